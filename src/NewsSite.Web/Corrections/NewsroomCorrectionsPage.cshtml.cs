using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Corrections;

/// <summary>A correction in the newsroom's list.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Headline">Its newest headline.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="IsLive">Whether readers can see it.</param>
/// <param name="Note">The correction.</param>
public sealed record CorrectionRow(Guid Article, string Headline, string Slug, bool IsLive, StoryCorrection Note);

/// <summary>The newsroom's list of every correction, the latest first.</summary>
[Needs(Permission.SeeAllStories)]
public sealed class NewsroomCorrectionsPage(NewsDb db, ICurrentAccount who, Site site) : NewsroomPage
{
    private const int Size = 20;

    /// <summary>The corrections of this page.</summary>
    public IReadOnlyList<CorrectionRow> Rows { get; private set; } = [];

    /// <summary>Which page it is.</summary>
    public PagesView Pages { get; private set; } = null!;

    /// <summary>How many there are on all pages.</summary>
    public int Total { get; private set; }

    /// <summary>Whether whoever looks may correct stories.</summary>
    public bool MayCorrect => who.May(Permission.CorrectStories);

    /// <summary>Shows a page of the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var number = 1;
        if (Request.Query["page"] is [{ Length: > 0 } page] && (!int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) || number < 1)) return NotFound();
        Total = await db.Corrections.CountAsync(ct);
        Pages = new(number, Math.Max(1, (Total + Size - 1) / Size), "/newsroom/corrections", "Newer corrections", "Older corrections");
        if (number > Pages.Of) return NotFound();
        var found = await db.Corrections.AsNoTracking().OrderByDescending(c => c.At).ThenBy(c => c.Slug).Skip((number - 1) * Size).Take(Size)
            .Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Correction = c, a.Id, a.Headline, a.Slug, a.LiveId })
            .OrderByDescending(x => x.Correction.At).ThenBy(x => x.Correction.Slug).ToListAsync(ct);
        Rows = [.. found.Select(x => new CorrectionRow(x.Id, x.Headline, x.Slug, x.LiveId is not null, site.Told(x.Correction)))];
        return Page();
    }
}
