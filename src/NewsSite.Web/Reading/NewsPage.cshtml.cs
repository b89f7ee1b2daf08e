using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>All news, newest first.</summary>
public sealed class NewsPage(ListingReader listings, Site site, Slots slots, PageFrames frames) : ListPage(listings, site, slots, frames)
{
    /// <summary>Shows a page of it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        ListAsync(
            Listing.News, "/news", new() { Title = "All news", Description = "Every story, newest first." },
            (page, pages, rail) => new("All news", "Every story, newest first.", null, FeedsAt(""), page.Stories, true, pages, rail), ct);
}
