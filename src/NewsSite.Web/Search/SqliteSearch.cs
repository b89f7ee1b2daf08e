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

    private const int MostOfText = 500;

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
        foreach (var mark in marks) counts[mark] = await CountAsync(plan.And(SearchTerm.Marked(mark)), ISearchEngine.Counted, ct);
        return counts;
    }

    public async Task<IReadOnlyList<long>> PageAsync(SearchPlan plan, SearchOrder order, DateTimeOffset now, int skip, int take, CancellationToken ct)
    {
        if (order is SearchOrder.Date || plan.Any.Count == 0) return await NewestAsync(plan, skip, take, ct);
        var scores = new Dictionary<long, double>();
        foreach (var expression in await RankedAsync(plan, ct))
            foreach (var (id, score) in await ScoresAsync(Limited(plan, expression), plan, ct)) scores[id] = scores.GetValueOrDefault(id) + score;
        var (present, year) = (SearchEntry.FirstOf(now), (double)(SearchEntry.FirstOf(now) - SearchEntry.FirstOf(now.AddDays(-365))));
        var best = scores.Select(s => (Id: s.Key, Score: s.Value * (1 + (0.5 / (1 + Math.Max(0, (present - s.Key) / year)))))) // a story of today counts for half as much again as an old one
            .OrderBy(s => s.Score).ThenByDescending(s => s.Id).Select(s => s.Id).ToList(); // bm25 is the lower the better
        if (best.Count < Math.Min(skip + take, ISearchEngine.Deepest)) best.AddRange((await NewestAsync(plan, 0, ISearchEngine.Deepest, ct)).Where(id => !scores.ContainsKey(id)));
        return [.. best.Skip(skip).Take(take)];
    }

    private async Task<IReadOnlyList<long>> NewestAsync(SearchPlan plan, int skip, int take, CancellationToken ct)
    {
        object[] values = [Match(plan), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue, take, skip];
        return await db.Database.SqlQueryRaw<long>("""SELECT rowid AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY rowid DESC LIMIT {3} OFFSET {4}""", values).ToListAsync(ct);
    }

    // A few stories are ranked all. Of many, to rank each would take longer than readers wait: the best by headline are ranked, the newest that have all the words, and those that have a rare one.
    private async Task<IReadOnlyList<string>> RankedAsync(SearchPlan plan, CancellationToken ct)
    {
        List<string> terms = [.. plan.Any.Select(Term)], titles = [.. terms.Select(t => $"({{Headline}} : {t})")];
        var together = terms.Count == 1 ? [] : new[] { $"({string.Join(" AND ", terms)})", plan.SideBySide is { } phrase ? Quoted(phrase) : null }.OfType<string>().ToList();
        var byTitle = string.Join(" OR ", [.. titles, .. terms.Count > 1 ? [$"({string.Join(" AND ", titles)})"] : Array.Empty<string>()]);
        var above = terms.Select(t => $"({{Headline Standfirst Names Marks}} : {t})");
        if (await CountAsync(plan, ISearchEngine.Deepest + 1, ct) <= ISearchEngine.Deepest) return [$"({string.Join(" OR ", [.. terms, .. together, byTitle, .. above])})"];
        var rare = new List<string>();
        foreach (var (term, words) in plan.Any.Zip(terms))
            if (await CountAsync(SearchPlan.Of(term), ISearchEngine.Deepest + 1, ct) <= ISearchEngine.Deepest) rare.Add(words);
        return [$"({byTitle})", .. together.Count > 0 ? [$"({string.Join(" OR ", together)})"] : Array.Empty<string>(), .. rare.Count > 0 || terms.Count == 1 ? [$"({string.Join(" OR ", rare.DefaultIfEmpty(terms[0]))})"] : Array.Empty<string>()];
    }

    private async Task<List<Scored>> ScoresAsync(string match, SearchPlan plan, CancellationToken ct)
    {
        var isByTitle = match.Contains("{Headline} : ", StringComparison.Ordinal);
        var most = isByTitle ? ISearchEngine.Deepest : MostOfText;
        var sql = $$"""
            SELECT rowid AS "Id", bm25("SearchIndex", {{Weights}}) AS "Score" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY {{(isByTitle ? "2, 1 DESC" : "1 DESC")}} LIMIT {3}
            """;
        return await db.Database.SqlQueryRaw<Scored>(sql, match, plan.From ?? long.MinValue, plan.Until ?? long.MaxValue, most).ToListAsync(ct);
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

    private sealed record Scored(long Id, double Score);
}
