namespace NewsSite.Web.Data.Migrations;

/// <summary>Triggers by which the database itself refuses to change or remove a proof of consent, or to write one over another.</summary>
internal static class ConsentGuards
{
    private const string Refusal = "A proof of consent is written once and never changed or removed.";

    /// <summary>The statements that make them.</summary>
    public static IReadOnlyList<string> All(bool isSqlite) => isSqlite ? Sqlite : PostgreSql;

    // REPLACE removes a row without asking the trigger for removals.
    private static readonly string[] Sqlite =
    [
        $"""CREATE TRIGGER "Consents_NoUpdate" BEFORE UPDATE ON "Consents" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "Consents_NoDelete" BEFORE DELETE ON "Consents" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "Consents_OnlyNew" BEFORE INSERT ON "Consents" WHEN EXISTS (SELECT 1 FROM "Consents" WHERE "Id" = NEW."Id") BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
    ];

    private static readonly string[] PostgreSql =
    [
        $"""CREATE FUNCTION "RefuseConsentChange"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Refusal}'; END $$""",
        """CREATE TRIGGER "Consents_NoUpdate" BEFORE UPDATE ON "Consents" FOR EACH ROW EXECUTE FUNCTION "RefuseConsentChange"()""",
        """CREATE TRIGGER "Consents_NoDelete" BEFORE DELETE ON "Consents" FOR EACH ROW EXECUTE FUNCTION "RefuseConsentChange"()""",
        """CREATE TRIGGER "Consents_NoTruncate" BEFORE TRUNCATE ON "Consents" FOR EACH STATEMENT EXECUTE FUNCTION "RefuseConsentChange"()""",
    ];
}
