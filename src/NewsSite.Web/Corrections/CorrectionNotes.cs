using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Corrections;

/// <summary>A correction as pages show it.</summary>
/// <param name="Made">When it was made.</param>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Right">What is right.</param>
/// <param name="Path">Where the article is.</param>
/// <param name="Headline">The article's headline.</param>
public sealed record CorrectionView(MomentView Made, string Wrong, string Right, string Path, string Headline);

/// <summary>Puts an article's corrections at the end of its text.</summary>
internal sealed class CorrectionNotes(NewsDb db, Site site) : ISlotFiller
{
    private static readonly Func<NewsDb, Guid, IAsyncEnumerable<Correction>> OfArticle = EF.CompileAsyncQuery(
        (NewsDb db, Guid article) => db.Set<Correction>().AsNoTracking().Where(c => c.ArticleId == article).OrderByDescending(c => c.At).Select(c => c));

    public async ValueTask<IReadOnlyList<SlotPart>> FillAsync(string slot, Guid? article, PageTags tags, CancellationToken ct)
    {
        if (slot != SlotName.ArticleNotes || article is not { } id) return [];
        tags.Add($"corrections:{id}");
        var notes = await OfArticle(db, id).ToListAsync(ct);
        return notes.Count == 0
            ? []
            : [new(10, "CorrectionsOfStory", notes.Select(c => new CorrectionView(MomentView.Of(site, c.Wall, c.At), c.Wrong, c.Right, "", "")).ToList())];
    }
}
