using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Blocks;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles;

/// <summary>An article's page. A moved or superseded one is sent on with 301, any other withdrawn one answers 410 and says why.</summary>
public sealed class ArticlePage(NewsDb db, StoryReader reader, AbsentStories absent, ListingReader listings, Site site, PageFrames frames) : ReaderPage(frames)
{
    private const int Shown = 4;

    /// <summary>What the partial shows of a story.</summary>
    public StoryView Story { get; private set; } = null!;

    /// <summary>What is shown in place of a withdrawn story; null for one that readers see.</summary>
    public WithdrawnView? Withdrawn { get; private set; }

    /// <summary>Shows the article.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.LiveArticleAsync(slug, ct) is not { } live) return await ExplainAsync(slug, ct);
        Story = await reader.ReadAsync(live, Tags, ct);
        HttpContext.AllowFrames(Story.Blocks.OfType<IFramesOtherSites>().SelectMany(b => b.Frames));
        return await ShowAsync(StoryPageHead.Of(site, Story, live.Revision), ct);
    }

    private async Task<IActionResult> ExplainAsync(string slug, CancellationToken ct)
    {
        if (await absent.FindAsync(slug, ct) is not { } story) return NotFound();
        if (story.MovedTo is { } moved) return RedirectPermanent(moved);
        Tags.Add(PageTag.Slug(slug));
        Withdrawn = WithdrawnView.Of(story, await listings.NewestAsync(Listing.News, Shown, Tags, ct));
        Response.StatusCode = StatusCodes.Status410Gone;
        return await ShowAsync(new() { Title = Withdrawn.Heading, NoIndex = true }, ct);
    }
}
