using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web.Search;

/// <summary>What comes first.</summary>
internal sealed partial class SqliteSearch
{
    // Headline, standfirst, names, marks, body.
    private const string Weights = "10.0, 4.0, 3.0, 3.0, 1.0";

    // What bm25 makes of one word in a headline of such weight, in a story of average length (k1 = 1.2, as in SQLite's documentation of FTS5).
    private const double OfHeadline = 10 * 2.2 / (10 + 1.2);

    private const int MostOfText = 500;

    public async Task<IReadOnlyList<long>> PageAsync(SearchPlan plan, SearchOrder order, DateTimeOffset now, int skip, int take, CancellationToken ct)
    {
        if (order is SearchOrder.Date || plan.Any.Count == 0) return await NewestAsync(plan, skip, take, ct);
        var scores = await RankAsync(plan, ct);
        var (present, year) = (SearchEntry.FirstOf(now), (double)(SearchEntry.FirstOf(now) - SearchEntry.FirstOf(now.AddDays(-365))));
        var best = scores.Select(s => (Id: s.Key, Score: s.Value * (1 + (0.5 / (1 + Math.Max(0, (present - s.Key) / year)))))) // a story of today counts for half as much again as an old one
            .OrderBy(s => s.Score).ThenByDescending(s => s.Id).Select(s => s.Id).ToList(); // bm25 is the lower the better
        if (best.Count < Math.Min(skip + take, ISearchEngine.Deepest)) best.AddRange((await NewestAsync(plan, 0, ISearchEngine.Deepest, ct)).Where(id => !scores.ContainsKey(id)));
        return [.. best.Skip(skip).Take(take)];
    }

    // A few stories are ranked all. Of many, to rank each would take longer than readers wait: those with a word in the headline are ranked, the newest that have all the words, and those that have a rare one.
    private async Task<Dictionary<long, double>> RankAsync(SearchPlan plan, CancellationToken ct)
    {
        List<string> terms = [.. plan.Any.Select(Term)], titles = [.. terms.Select(t => $"({{Headline}} : {t})")];
        var together = terms.Count == 1 ? [] : new[] { $"({string.Join(" AND ", terms)})", plan.SideBySide is { } phrase ? Quoted(phrase) : null }.OfType<string>().ToList();
        if (await CountAsync(plan, rankedAll + 1, ct) <= rankedAll)
        {
            var above = terms.Select(t => $"({{Headline Standfirst Names Marks}} : {t})");
            var scores = new Dictionary<long, double>();
            await ScoreAsync(scores, [.. terms, .. together, .. titles, .. terms.Count > 1 ? [$"({string.Join(" AND ", titles)})"] : Array.Empty<string>(), .. above], ISearchEngine.Deepest, plan, ct);
            return scores;
        }
        var ranked = await ByHeadlineAsync(plan, titles, ct);
        var rare = new List<string>();
        foreach (var (term, words) in plan.Any.Zip(terms))
            if (await CountAsync(SearchPlan.Of(term), rankedAll + 1, ct) <= rankedAll) rare.Add(words);
        await ScoreAsync(ranked, together, MostOfText, plan, ct);
        await ScoreAsync(ranked, rare.Count == 0 && terms.Count == 1 ? terms : rare, MostOfText, plan, ct);
        return ranked;
    }

    // As bm25 would, which takes far longer over the thousands that have a common word there: the rarer a word among headlines, the more it counts, and all the words twice.
    private async Task<Dictionary<long, double>> ByHeadlineAsync(SearchPlan plan, List<string> titles, CancellationToken ct)
    {
        var (stories, isWhole) = (await db.SearchEntries.CountAsync(ct), plan is { All.Count: 0, Without.Count: 0, From: null, Until: null });
        var found = new Dictionary<long, (double Score, int Words)>();
        foreach (var title in titles)
        {
            var ids = await db.Database.SqlQueryRaw<long>("""SELECT rowid AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2}""", Limited(plan, title), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue).ToListAsync(ct);
            var have = isWhole ? ids.Count : (await db.Database.SqlQueryRaw<int>("""SELECT count(*) AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0}""", title).ToListAsync(ct))[0];
            var score = OfHeadline * Math.Max(1e-6, Math.Log((stories - have + 0.5) / (have + 0.5)));
            foreach (var id in ids) found[id] = found.TryGetValue(id, out var before) ? (before.Score + score, before.Words + 1) : (score, 1);
        }
        return found.ToDictionary(f => f.Key, f => -f.Value.Score * (titles.Count > 1 && f.Value.Words == titles.Count ? 2 : 1));
    }

    // The newest that fit one of the expressions; none of no expression.
    private async Task ScoreAsync(Dictionary<long, double> scores, List<string> any, int most, SearchPlan plan, CancellationToken ct)
    {
        if (any.Count == 0) return;
        const string Sql = $$"""
            SELECT rowid AS "Id", bm25("SearchIndex", {{Weights}}) AS "Score" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY 1 DESC LIMIT {3}
            """;
        foreach (var (id, score) in await db.Database.SqlQueryRaw<Scored>(Sql, Limited(plan, $"({string.Join(" OR ", any)})"), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue, most).ToListAsync(ct))
            scores[id] = scores.GetValueOrDefault(id) + score;
    }

    private sealed record Scored(long Id, double Score);
}
