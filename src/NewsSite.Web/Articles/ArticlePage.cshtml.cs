using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>An article's page. A moved one is sent on with 301, a withdrawn one answers 410.</summary>
public sealed class ArticlePage(NewsDb db, StoryReader reader, RedirectBook redirects, Site site, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public StoryView Story { get; private set; } = null!;

    /// <summary>Shows the article.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.LiveArticleAsync(slug, ct) is not { } live)
        {
            if (await redirects.FindAsync($"/news/{slug}", ct) is { } moved) return RedirectPermanent(moved);
            return await db.StateOfAsync(slug, ct) is ArticleState.Withdrawn ? StatusCode(StatusCodes.Status410Gone) : NotFound();
        }
        Story = await reader.ReadAsync(live, Tags, ct);
        HttpContext.AllowFrames(Story.Blocks.OfType<IFramesOtherSites>().SelectMany(b => b.Frames));
        return await ShowAsync(StoryPageHead.Of(site, Story, live.Revision), ct);
    }
}
