using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

#pragma warning disable CA1309 // these comparisons become SQL; the column is compared byte by byte

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Finds articles in the newsroom by the beginnings of words of their newest headline and their slug.</summary>
public sealed class StorySearch(NewsDb db)
{
    /// <summary>Articles that a search looks at.</summary>
    public const int Most = 200;

    private const int MostWords = 6;
    private const string News = "/news/";
    private const string End = "\U0010FFFF"; // after whatever a word can go on with

    /// <summary>The words that are searched for; of an address, those of its slug.</summary>
    public IReadOnlyList<string> WordsOf(string? query)
    {
        var text = query ?? "";
        var at = text.LastIndexOf(News, StringComparison.Ordinal);
        return [.. SearchWords.Of(at < 0 ? text : text[(at + News.Length)..]).Take(MostWords)];
    }

    /// <summary>Ids of articles that have every word; those that have the longest one whole before those where it only begins, the newest first.</summary>
    /// <returns>At most <see cref="Most"/>.</returns>
    public async Task<IReadOnlyList<Guid>> FindAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var longest = words.MaxBy(w => w.Length)!;
        var others = words.Where(w => w != longest).ToList();
        var whole = await Having(db.ArticleWords.Where(w => w.Word == longest), others).OrderByDescending(w => w.ArticleId).Select(w => w.ArticleId).Take(Most).ToListAsync(ct);
        if (whole.Count == Most) return whole;
        var end = longest + End;
        var begun = await Having(db.ArticleWords.Where(w => string.Compare(w.Word, longest) > 0 && string.Compare(w.Word, end) < 0), others)
            .OrderByDescending(w => w.Word).ThenByDescending(w => w.ArticleId).Select(w => w.ArticleId).Take(Most).ToListAsync(ct);
        return [.. whole.Concat(begun).Distinct().Take(Most)];
    }

    private IQueryable<ArticleWord> Having(IQueryable<ArticleWord> rows, IReadOnlyList<string> others)
    {
        var words = db.ArticleWords;
        foreach (var other in others)
        {
            var end = other + End;
            rows = rows.Where(w => words.Any(o => o.ArticleId == w.ArticleId && string.Compare(o.Word, other) >= 0 && string.Compare(o.Word, end) < 0));
        }
        return rows;
    }
}
