namespace NewsSite.Web.Data.Migrations;

/// <summary>Triggers by which the database itself refuses to change or remove a row of a table, or to write one over another.</summary>
internal static class WrittenOnce
{
    /// <summary>The statements that make them.</summary>
    /// <param name="table">The table; its key is the column <c>Id</c>.</param>
    /// <param name="refusal">What the database says to whoever tries; no apostrophes.</param>
    /// <param name="isSqlite">Which of the two databases.</param>
    public static IReadOnlyList<string> Guards(string table, string refusal, bool isSqlite) => isSqlite ? Sqlite(table, refusal) : PostgreSql(table, refusal);

    // REPLACE removes a row without asking the trigger for removals.
    private static string[] Sqlite(string table, string refusal) =>
    [
        $"""CREATE TRIGGER "{table}_NoUpdate" BEFORE UPDATE ON "{table}" BEGIN SELECT RAISE(ABORT, '{refusal}'); END""",
        $"""CREATE TRIGGER "{table}_NoDelete" BEFORE DELETE ON "{table}" BEGIN SELECT RAISE(ABORT, '{refusal}'); END""",
        $"""CREATE TRIGGER "{table}_OnlyNew" BEFORE INSERT ON "{table}" WHEN EXISTS (SELECT 1 FROM "{table}" WHERE "Id" = NEW."Id") BEGIN SELECT RAISE(ABORT, '{refusal}'); END""",
    ];

    private static string[] PostgreSql(string table, string refusal) =>
    [
        $"""CREATE FUNCTION "{table}_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{refusal}'; END $$""",
        $"""CREATE TRIGGER "{table}_NoUpdate" BEFORE UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_Refuse"()""",
        $"""CREATE TRIGGER "{table}_NoDelete" BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_Refuse"()""",
        $"""CREATE TRIGGER "{table}_NoTruncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "{table}_Refuse"()""",
    ];
}
