using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Articles.Previews;

/// <summary>A revision exactly as readers would see it, in any theme: what stands in the frame of <see cref="PreviewPage"/>.</summary>
[Needs(Permission.SeeAllStories)]
public sealed class PreviewFramePage(NewsDb db, StoryReader reader, ThemeShelf themes, Site site, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public StoryView Story { get; private set; } = null!;

    /// <summary>Shows the article's newest revision, or the one asked for.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] Guid? revision, [FromQuery] string? theme, CancellationToken ct)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return NotFound();
        var wanted = revision ?? article.HeadId;
        if (await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == wanted && r.ArticleId == id, ct) is not { } shown) return NotFound();
        HttpContext.Theme = themes.Find(theme);
        Story = await reader.ReadAsync(article, shown, Tags, ct);
        HttpContext.AllowFrames(Story.Blocks.OfType<IFramesOtherSites>().SelectMany(b => b.Frames));
        return await ShowAsync(StoryPageHead.Of(site, Story, shown) with { NoIndex = true }, ct);
    }
}
