using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Corrections;

/// <summary>A correction with the article that it is of.</summary>
/// <param name="Note">The correction.</param>
/// <param name="Path">Where the article is.</param>
/// <param name="Headline">The article's headline.</param>
public sealed record CorrectionView(StoryCorrection Note, string Path, string Headline);

/// <summary>A page of the corrections.</summary>
/// <param name="Corrections">Latest first.</param>
/// <param name="Contact">Where to tell of a mistake; null when the site gives no address.</param>
/// <param name="Pages">Which page it is, of how many.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record CorrectionListView(IReadOnlyList<CorrectionView> Corrections, string? Contact, PagesView Pages, IReadOnlyList<SlotPart> Rail);

/// <summary>Every correction, latest first.</summary>
public sealed class CorrectionsPage(NewsDb db, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public CorrectionListView View { get; private set; } = null!;

    /// <summary>Shows the corrections.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (PageNumber is not { } number) return NotFound();
        Tags.Add(CorrectionTag.All);
        var live = db.Corrections.AsNoTracking().Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Correction = c, Article = a })
            .Join(db.Revisions, x => x.Article.LiveId, r => r.Id, (x, r) => new { x.Correction, x.Article.Slug, x.Article.Id, r.Headline });
        var total = await live.CountAsync(ct); // a handful a year, not the archive
        var pages = Math.Max(1, (total + ListingReader.PageSize - 1) / ListingReader.PageSize);
        if (number > pages) return NotFound();
        var rows = await live.OrderByDescending(x => x.Correction.At).ThenBy(x => x.Correction.Slug).Skip((number - 1) * ListingReader.PageSize).Take(ListingReader.PageSize).ToListAsync(ct);
        foreach (var row in rows) Tags.Add(PageTag.Article(row.Id));
        View = new(
            [.. rows.Select(r => new CorrectionView(site.Told(r.Correction), $"/news/{r.Slug}", r.Headline))],
            site.Contact, new(number, pages, "/corrections"), await slots.FillAsync(SlotName.Rail, null, Tags, ct));
        return await ShowAsync(new() { Title = "Corrections", Description = "What we got wrong and put right, the latest first.", Canonical = site.Address(View.Pages.PathOf(number)) }, ct);
    }
}
