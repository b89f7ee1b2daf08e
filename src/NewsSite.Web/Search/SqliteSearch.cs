using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Search by SQLite's FTS5. Queries are made of letters, digits and its own words, every word between quotation marks, so that nothing typed can be taken for syntax.</summary>
/// <param name="db">The database.</param>
/// <param name="rankedAll">Up to how many matches are ranked all, at most <see cref="ISearchEngine.Deepest"/>.</param>
internal sealed partial class SqliteSearch(NewsDb db, int rankedAll = ISearchEngine.Deepest) : ISearchEngine
{
    private const string Insert = """INSERT INTO "SearchIndex" (rowid, "Headline", "Standfirst", "Names", "Marks", "Body") VALUES ($id, $headline, $standfirst, $names, $marks, $body)""";

    public async Task AddAsync(IReadOnlyList<(long Id, SearchDocument Document)> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        await using var command = db.Database.GetDbConnection().CreateCommand(); // one statement, compiled once for an import's hundreds
        command.CommandText = Insert;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (id, document) in rows)
        {
            command.Parameters.Clear();
            Add(command, "$id", id);
            Add(command, "$headline", document.Headline);
            Add(command, "$standfirst", document.Standfirst);
            Add(command, "$names", document.Names);
            Add(command, "$marks", string.Join(' ', document.Marks));
            Add(command, "$body", document.Body);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    public Task LearnAsync(IReadOnlyCollection<string> words, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""INSERT OR IGNORE INTO "SearchWords" ("Word", "Length") SELECT value, length(value) FROM json_each({JsonText.Of(words)})""", ct);

    public async Task<int> CountAsync(SearchPlan plan, int most, CancellationToken ct)
    {
        var (match, from, until) = (Match(plan), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue);
        var sql = most == int.MaxValue
            ? """SELECT count(*) AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2}"""
            : """SELECT count(*) AS "Value" FROM (SELECT 1 FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2} LIMIT {3})""";
        return (await db.Database.SqlQueryRaw<int>(sql, most == int.MaxValue ? [match, from, until] : [match, from, until, most]).ToListAsync(ct))[0];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(SearchPlan plan, IReadOnlyCollection<string> marks, CancellationToken ct)
    {
        if (marks.Count == 0) return new Dictionary<string, int>(StringComparer.Ordinal);
        string[] keys = [.. marks.Distinct(StringComparer.Ordinal)];
        var sql = string.Join(" UNION ALL ", keys.Select((_, i) => $$"""
            SELECT {{i}} AS "Mark", (SELECT count(*) FROM (SELECT 1 FROM "SearchIndex" WHERE "SearchIndex" MATCH {{{i + 3}}} AND rowid >= {0} AND rowid < {1} LIMIT {2})) AS "Stories"
            """)); // one question: each on its own takes longer to be asked than to be answered
        object[] values = [plan.From ?? long.MinValue, plan.Until ?? long.MaxValue, ISearchEngine.Counted, .. keys.Select(k => Match(plan.And(SearchTerm.Marked(k))))];
        return (await db.Database.SqlQueryRaw<MarkCount>(sql, values).ToListAsync(ct)).ToDictionary(c => keys[c.Mark], c => c.Stories, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<long>> NewestAsync(SearchPlan plan, int skip, int take, CancellationToken ct)
    {
        object[] values = [Match(plan), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue, take, skip];
        return await db.Database.SqlQueryRaw<long>("""SELECT rowid AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY rowid DESC LIMIT {3} OFFSET {4}""", values).ToListAsync(ct);
    }

    /// <summary>The plan in FTS5's language.</summary>
    internal static string Match(SearchPlan plan) => Limited(plan, plan.Any.Count == 0 ? null : $"({string.Join(" OR ", plan.Any.Select(Term))})");

    private static string Limited(SearchPlan plan, string? any)
    {
        IEnumerable<string> needed = [.. any is null ? Array.Empty<string>() : [any], .. plan.All.Select(Term)];
        var match = string.Join(" AND ", needed.DefaultIfEmpty(Term(SearchTerm.Marked(SearchMark.Story))));
        return plan.Without.Count == 0 ? match : $"({match}) NOT ({string.Join(" OR ", plan.Without.Select(Term))})";
    }

    private static string Term(SearchTerm term) => $"({string.Join(" OR ", [.. term.Forms.Select(Quoted), .. term.Marks.Select(m => $"\"{m}\"")])})";

    private static string Quoted(WordGroup words) => $"\"{words.Text}\"";

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed record MarkCount(int Mark, int Stories);
}
