namespace NewsSite.Web.Data.Migrations;

/// <summary>Triggers by which the database itself refuses to change or remove an entry of the record, or to write one over another.</summary>
internal static class AuditGuards
{
    private const string Refusal = "The audit trail is written once and never changed or removed.";

    /// <summary>Names of the triggers.</summary>
    public static IReadOnlyList<string> Names(bool isSqlite) =>
        ["AuditEntries_NoUpdate", "AuditEntries_NoDelete", "AuditEntries_OnlyNext", "AuditHead_NoDelete", .. isSqlite ? Array.Empty<string>() : ["AuditEntries_NoTruncate", "AuditHead_NoTruncate"]];

    /// <summary>The statements that make them.</summary>
    public static IReadOnlyList<string> All(bool isSqlite) => isSqlite ? Sqlite : PostgreSql;

    // REPLACE removes a row without asking the trigger for removals, so an insertion must be of the next number.
    private static readonly string[] Sqlite =
    [
        $"""CREATE TRIGGER "AuditEntries_NoUpdate" BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "AuditEntries_NoDelete" BEFORE DELETE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "AuditEntries_OnlyNext" BEFORE INSERT ON "AuditEntries" WHEN NEW."Number" <= coalesce((SELECT max("Number") FROM "AuditEntries"), 0) BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "AuditHead_NoDelete" BEFORE DELETE ON "AuditHead" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
    ];

    private static readonly string[] PostgreSql =
    [
        $"""CREATE FUNCTION "RefuseAuditChange"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Refusal}'; END $$""",
        """CREATE TRIGGER "AuditEntries_NoUpdate" BEFORE UPDATE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION "RefuseAuditChange"()""",
        """CREATE TRIGGER "AuditEntries_NoDelete" BEFORE DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION "RefuseAuditChange"()""",
        """CREATE TRIGGER "AuditEntries_NoTruncate" BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION "RefuseAuditChange"()""",
        $"""
        CREATE FUNCTION "OnlyNextAuditEntry"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW."Number" <= coalesce((SELECT max("Number") FROM "AuditEntries"), 0) THEN RAISE EXCEPTION '{Refusal}'; END IF;
            RETURN NEW;
        END $$
        """,
        """CREATE TRIGGER "AuditEntries_OnlyNext" BEFORE INSERT ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION "OnlyNextAuditEntry"()""",
        """CREATE TRIGGER "AuditHead_NoDelete" BEFORE DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "RefuseAuditChange"()""",
        """CREATE TRIGGER "AuditHead_NoTruncate" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "RefuseAuditChange"()""",
    ];
}
