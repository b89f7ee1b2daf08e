using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>The words of live stories, by which beginnings are completed and slips are known.</summary>
internal sealed class SearchVocabulary(NewsDb db, ISearchEngine engine)
{
    private const int MostCompletions = 24, MostSlips = 3, MostTried = 30, MostCounted = 5_000;

    /// <summary>Whether a word belongs into it: numbers and the shortest words are not mistyped into something else.</summary>
    public static bool Holds(string word) => word.Length is >= 3 and <= 24 && char.IsLetter(word[0]);

    /// <summary>Words that begin so, the shortest first; the beginning itself is not among them.</summary>
    public async Task<IReadOnlyList<string>> CompletionsAsync(string beginning, CancellationToken ct)
    {
        var last = beginning + new string('z', 24);
        var found = await db.Database.SqlQuery<string>($"""SELECT "Word" AS "Value" FROM "SearchWords" WHERE "Word" > {beginning} AND "Word" <= {last} ORDER BY "Length", "Word" LIMIT {MostCompletions}""").ToListAsync(ct);
        return [.. found.Where(w => w.StartsWith(beginning, StringComparison.Ordinal))];
    }

    /// <summary>What somebody may have meant: the same text with words that are in no story replaced by ones that are; null when there is nothing better.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="unknown">Words of it that no story has.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async Task<string?> MeantAsync(SearchQuery query, IReadOnlyCollection<string> unknown, CancellationToken ct)
    {
        var better = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in unknown.Where(Holds).Take(MostSlips))
            if (await NearestAsync(word, ct) is { } nearest) better[word] = nearest;
        return better.Count == 0 ? null : Replaced(query.Typed, better);
    }

    // The least changes first; among those, what is in most stories. A word of a story that was withdrawn is not offered.
    private async Task<string?> NearestAsync(string word, CancellationToken ct)
    {
        var most = word.Length < 5 ? 1 : 2;
        var (least, longest) = (word.Length - most, word.Length + most);
        var (first, second) = (word[..1], word[1..2]);
        var near = await db.SearchWords.Where(w => w.Length >= least && w.Length <= longest && (w.Word.Substring(0, 1) == first || w.Word.Substring(0, 1) == second || w.Word.Substring(1, 1) == second))
            .Select(w => w.Word).ToListAsync(ct);
        var tried = near.Select(w => (Word: w, Changes: Slips.Between(word, w, most))).Where(w => w.Changes <= most && w.Word != word)
            .OrderBy(w => w.Changes).ThenBy(w => w.Word, StringComparer.Ordinal).Take(MostTried).ToList();
        var (best, fewest, stories) = ((string?)null, int.MaxValue, 0);
        foreach (var (candidate, changes) in tried)
        {
            if (changes > fewest) break;
            var count = await engine.CountAsync(SearchPlan.Of(new([new([candidate])], [])), MostCounted, ct);
            if (count > stories) (best, fewest, stories) = (candidate, changes, count);
        }
        return best;
    }

    private static string Replaced(string typed, Dictionary<string, string> better)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var token in SearchTokens.Of(typed))
        {
            if (!better.TryGetValue(token.Word, out var word)) continue;
            text.Append(typed, from, token.Start - from).Append(word);
            from = token.Start + token.Length;
        }
        return text.Append(typed, from, typed.Length - from).ToString();
    }
}
