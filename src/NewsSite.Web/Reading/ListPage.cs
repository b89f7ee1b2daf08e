using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>What the pages that list articles share. A page number beyond the last, or that is no number, answers 404.</summary>
public abstract class ListPage(ListingReader listings, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public ListView View { get; private set; } = null!;

    /// <summary>The site.</summary>
    protected Site Site => site;

    /// <summary>The feeds of a listing whose path is given, named for links.</summary>
    protected static IReadOnlyList<FeedLink> FeedsAt(string path) =>
    [
        new("RSS", "application/rss+xml", $"{path}/feed.xml"),
        new("Atom", "application/atom+xml", $"{path}/atom.xml"),
        new("JSON Feed", "application/feed+json", $"{path}/feed.json"),
    ];

    /// <summary>Shows a listing.</summary>
    /// <param name="list">Its name, from <see cref="Listing"/>.</param>
    /// <param name="path">Its path.</param>
    /// <param name="head">Title, description and structured data; address and neighbours are added here.</param>
    /// <param name="make">Makes the view of what was read.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    protected async Task<IActionResult> ListAsync(string list, string path, PageHead head, Func<ListingPage, PagesView, IReadOnlyList<SlotPart>, ListView> make, CancellationToken ct)
    {
        if (PageNumber is not { } number || await listings.PageAsync(list, number, ListingReader.PageSize, Tags, ct) is not { } page) return NotFound();
        var pages = new PagesView(number, page.Of, path);
        View = make(page, pages, await slots.FillAsync(SlotName.Rail, null, Tags, ct));
        return await ShowAsync(
            head with
            {
                Title = number == 1 ? head.Title : $"{head.Title}, page {number}",
                Canonical = site.Address(pages.PathOf(number)),
                Previous = pages.Previous is { } p ? site.Address(p) : null,
                Next = pages.Next is { } n ? site.Address(n) : null,
            }, ct);
    }
}
