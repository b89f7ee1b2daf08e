using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Search by PostgreSQL's full text search. Queries are made of letters, digits and its own signs, every word between quotation marks, so that nothing typed can be taken for syntax.</summary>
internal sealed class PostgreSqlSearch(NewsDb db) : ISearchEngine
{
    // Body, names and marks, standfirst, headline.
    private const string Weights = "ARRAY[0.1, 0.3, 0.4, 1.0]::real[]", OnlyHeadline = "ARRAY[0, 0, 0, 1]::real[]";

    // To rank is to unpack the whole vector of a story, so it is done for the newest thousand, the newest thousand that have all words, and as many that have one above the text.
    private const int Ranked = ISearchEngine.Deepest;

    public async Task AddAsync(IReadOnlyList<(long Id, SearchDocument Document)> rows, CancellationToken ct)
    {
        foreach (var (id, d) in rows)
        {
            string[] marks = [.. d.Marks];
            var names = $"{d.Names} {string.Join(' ', marks)}";
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "SearchIndex" ("Id", "Marks", "Head", "Words")
                SELECT {id}, {marks}, h, h || setweight(to_tsvector('english', {d.Body}), 'D')
                FROM (SELECT setweight(to_tsvector('english', {d.Headline}), 'A') || setweight(to_tsvector('english', {d.Standfirst}), 'B') || setweight(to_tsvector('english', {names}), 'C') AS h) AS made
                """, ct);
        }
    }

    public Task LearnAsync(IReadOnlyCollection<string> words, CancellationToken ct)
    {
        string[] all = [.. words.Order(StringComparer.Ordinal)]; // in one order, so that two who learn never wait for each other
        return db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchWords" ("Word", "Length") SELECT w, length(w) FROM unnest({all}) AS w ON CONFLICT DO NOTHING""", ct);
    }

    public async Task<int> CountAsync(SearchPlan plan, int most, CancellationToken ct)
    {
        var (match, from, until) = (Match(plan), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue);
        return (await db.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM (SELECT 1 FROM "SearchIndex" WHERE "Words" @@ to_tsquery('english', {match}) AND "Id" >= {from} AND "Id" < {until} LIMIT {(long)most}) AS found
            """).ToListAsync(ct))[0];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(SearchPlan plan, IReadOnlyCollection<string> marks, CancellationToken ct)
    {
        var (match, from, until) = (Match(plan), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue);
        string[] wanted = [.. marks];
        var rows = await db.Database.SqlQuery<MarkCount>(
            $"""
            SELECT m AS "Mark", count(*)::int AS "Count" FROM "SearchIndex", unnest("Marks") AS m
            WHERE "Words" @@ to_tsquery('english', {match}) AND "Id" >= {from} AND "Id" < {until} AND m = ANY ({wanted}) GROUP BY m
            """).ToListAsync(ct);
        var found = rows.ToDictionary(r => r.Mark, r => r.Count, StringComparer.Ordinal);
        return wanted.ToDictionary(m => m, m => Math.Min(found.GetValueOrDefault(m), ISearchEngine.Counted), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<long>> PageAsync(SearchPlan plan, SearchOrder order, DateTimeOffset now, int skip, int take, CancellationToken ct)
    {
        var (match, from, until) = (Match(plan), plan.From ?? long.MinValue, plan.Until ?? long.MaxValue);
        if (order is SearchOrder.Date || plan.Any.Count == 0)
            return await db.Database.SqlQuery<long>(
                $"""
                SELECT "Id" AS "Value" FROM "SearchIndex" WHERE "Words" @@ to_tsquery('english', {match}) AND "Id" >= {from} AND "Id" < {until} ORDER BY "Id" DESC LIMIT {take} OFFSET {skip}
                """).ToListAsync(ct);
        var (present, year) = (SearchEntry.FirstOf(now), (double)(SearchEntry.FirstOf(now) - SearchEntry.FirstOf(now.AddDays(-365))));
        string[] terms = [.. plan.Any.Select(Term), .. plan.Any.Count > 1 ? [string.Join(" & ", plan.Any.Select(Term))] : Array.Empty<string>(), .. plan.SideBySide is { } phrase ? [Quoted(phrase)] : Array.Empty<string>()];
        var (worths, titles) = await WorthsAsync(plan, terms, ct);
        var (any, all) = (string.Join(" | ", plan.Any.Select(Term)), Match(plan with { Any = [], All = [.. plan.Any, .. plan.All] }));
        return await db.Database.SqlQueryRaw<long>(
            $$"""
            SELECT i."Id" AS "Value" FROM "SearchIndex" AS i
            WHERE i."Id" IN (
                (SELECT "Id" FROM "SearchIndex" WHERE "Words" @@ to_tsquery('english', {0}) AND "Id" >= {1} AND "Id" < {2} ORDER BY "Id" DESC LIMIT {{Ranked}})
                UNION (SELECT "Id" FROM "SearchIndex" WHERE "Words" @@ to_tsquery('english', {3}) AND "Id" >= {1} AND "Id" < {2} ORDER BY "Id" DESC LIMIT {{Ranked}})
                UNION (SELECT "Id" FROM "SearchIndex" WHERE "Head" @@ to_tsquery('english', {4}) AND "Words" @@ to_tsquery('english', {0}) AND "Id" >= {1} AND "Id" < {2} ORDER BY "Id" DESC LIMIT {{Ranked}}))
            ORDER BY (SELECT sum(t.worth * ts_rank({{Weights}}, i."Words", to_tsquery('english', t.term), 1) + t.title * ts_rank({{OnlyHeadline}}, i."Head", to_tsquery('english', t.term))) FROM unnest({5}, {6}, {7}) AS t(term, worth, title))
                * (1.0 + 0.5 / (1.0 + greatest(0.0, ({8} - i."Id")::float8 / {9}))) DESC, i."Id" DESC
            LIMIT {10} OFFSET {11}
            """, match, from, until, all, any, terms, worths, titles, present, year, take, skip).ToListAsync(ct);
    }

    /// <summary>The plan in PostgreSQL's language.</summary>
    internal static string Match(SearchPlan plan)
    {
        IEnumerable<string> needed = [.. plan.Any.Count == 0 ? Array.Empty<string>() : [$"({string.Join(" | ", plan.Any.Select(Term))})"], .. plan.All.Select(Term)];
        var match = string.Join(" & ", needed.DefaultIfEmpty(Term(SearchTerm.Marked(SearchMark.Story))));
        return string.Concat([match, .. plan.Without.Select(w => $" & !{Term(w)}")]);
    }

    // Its rank does not know how rare a word is, which says more than how often it stands in a story: in stories, and in headlines, where a word that is in every story may be rare.
    private async Task<(double[] Worths, double[] Titles)> WorthsAsync(SearchPlan plan, string[] terms, CancellationToken ct)
    {
        var stories = await db.LengthOfAsync(Listing.News, ct);
        var (worths, titles) = (new List<double>(), new List<double>());
        foreach (var term in plan.Any)
        {
            var title = Term(term, ":A");
            worths.Add(Worth(await CountAsync(SearchPlan.Of(term), int.MaxValue, ct)));
            titles.Add(Worth((await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM "SearchIndex" WHERE "Head" @@ to_tsquery('english', {title})""").ToListAsync(ct))[0]));
        }
        double[] rest = [.. Enumerable.Repeat(0.5, terms.Length - worths.Count)];
        return ([.. worths, .. rest.Select(r => r * worths.Sum())], [.. titles, .. rest.Select(r => r * titles.Sum())]);

        double Worth(int found) => Math.Log(1 + ((stories + 0.5) / (found + 0.5)));
    }

    private static string Term(SearchTerm term) => Term(term, "");

    private static string Term(SearchTerm term, string where) => $"({string.Join(" | ", [.. term.Forms.Select(f => Quoted(f, where)), .. term.Marks.Select(m => $"'{m}'{where}")])})";

    private static string Quoted(WordGroup words, string where = "") => $"({string.Join(" <-> ", words.Parts.Select(p => $"'{p}'{where}"))})";

    private sealed record MarkCount(string Mark, int Count);
}
