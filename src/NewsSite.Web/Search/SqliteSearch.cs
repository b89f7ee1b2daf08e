using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Search by SQLite's FTS5. Queries are made of letters, digits and its own words, every word between quotation marks, so that nothing typed can be taken for syntax.</summary>
internal sealed class SqliteSearch(NewsDb db) : ISearchEngine
{
    // Headline, standfirst, names, marks, body.
    private const string Weights = "10.0, 4.0, 3.0, 3.0, 1.0";

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
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mark in marks) counts[mark] = await CountAsync(plan.And(SearchTerm.Marked(mark)), int.MaxValue, ct); // two lists of numbers met: about a millisecond for 20,000 stories
        return counts;
    }

    public async Task<IReadOnlyList<long>> PageAsync(SearchPlan plan, SearchOrder order, DateTimeOffset now, int skip, int take, CancellationToken ct)
    {
        var isByDate = order is SearchOrder.Date || plan.Any.Count == 0;
        var (from, until) = (plan.From ?? long.MinValue, plan.Until ?? long.MaxValue);
        var (present, year) = (SearchEntry.FirstOf(now), SearchEntry.FirstOf(now) - SearchEntry.FirstOf(now.AddDays(-365)));
        // bm25 is the lower the better; a story of today counts for half as much again as an old one.
        var sql = isByDate
            ? """SELECT rowid AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY rowid DESC LIMIT {3} OFFSET {4}"""
            : $$"""
              SELECT rowid AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2}
              ORDER BY bm25("SearchIndex", {{Weights}}) * (1.0 + 0.5 / (1.0 + max(0.0, CAST({5} - rowid AS REAL) / {6}))), rowid DESC LIMIT {3} OFFSET {4}
              """;
        object[] values = isByDate ? [Match(plan), from, until, take, skip] : [Ranked(plan), from, until, take, skip, present, (double)year];
        return await db.Database.SqlQueryRaw<long>(sql, values).ToListAsync(ct);
    }

    /// <summary>The plan in FTS5's language.</summary>
    internal static string Match(SearchPlan plan) => Limited(plan, plan.Any.Count == 0 ? null : $"({string.Join(" OR ", plan.Any.Select(Term))})");

    // What has all words, or has them side by side, is named again, so that its rank counts twice; which stories are found stays the same.
    private static string Ranked(SearchPlan plan)
    {
        var terms = plan.Any.Select(Term).ToList();
        var any = string.Join(" OR ", terms);
        if (terms.Count > 1) any += $" OR ({string.Join(" AND ", terms)})";
        if (plan.SideBySide is { } phrase) any += $" OR {Quoted(phrase)}";
        return Limited(plan, $"({any})");
    }

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
}
