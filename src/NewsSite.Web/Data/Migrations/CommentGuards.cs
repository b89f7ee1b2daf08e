namespace NewsSite.Web.Data.Migrations;

/// <summary>Triggers by which the database itself refuses to change or remove a decision on a comment, or to write one over another.</summary>
internal static class CommentGuards
{
    private const string Refusal = "A decision on a comment is written once and never changed or removed.";

    /// <summary>The statements that make them.</summary>
    public static IReadOnlyList<string> All(bool isSqlite) => isSqlite ? Sqlite : PostgreSql;

    // REPLACE removes a row without asking the trigger for removals.
    private static readonly string[] Sqlite =
    [
        $"""CREATE TRIGGER "CommentDecisions_NoUpdate" BEFORE UPDATE ON "CommentDecisions" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "CommentDecisions_NoDelete" BEFORE DELETE ON "CommentDecisions" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""CREATE TRIGGER "CommentDecisions_OnlyNew" BEFORE INSERT ON "CommentDecisions" WHEN EXISTS (SELECT 1 FROM "CommentDecisions" WHERE "Id" = NEW."Id") BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
    ];

    private static readonly string[] PostgreSql =
    [
        $"""CREATE FUNCTION "RefuseDecisionChange"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Refusal}'; END $$""",
        """CREATE TRIGGER "CommentDecisions_NoUpdate" BEFORE UPDATE ON "CommentDecisions" FOR EACH ROW EXECUTE FUNCTION "RefuseDecisionChange"()""",
        """CREATE TRIGGER "CommentDecisions_NoDelete" BEFORE DELETE ON "CommentDecisions" FOR EACH ROW EXECUTE FUNCTION "RefuseDecisionChange"()""",
        """CREATE TRIGGER "CommentDecisions_NoTruncate" BEFORE TRUNCATE ON "CommentDecisions" FOR EACH STATEMENT EXECUTE FUNCTION "RefuseDecisionChange"()""",
    ];
}
