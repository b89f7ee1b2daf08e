using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>The front page: a lead story, secondary stories, the most recent, and a band for each section.</summary>
public sealed class HomePage(ListingReader listings, SectionBands sections, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    private const int Secondary = 3;
    private const int Pair = 2;
    private const int Latest = 8;

    /// <summary>What the partial shows.</summary>
    public HomeView View { get; private set; } = null!;

    /// <summary>Shows the front page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var newest = await listings.NewestAsync(Listing.News, 1 + Secondary + Pair + Latest, Tags, ct);
        var second = newest.Skip(1).Take(Secondary).ToList();
        var pair = newest.Skip(1 + Secondary).Take(Pair).ToList();
        if (pair.Count < Pair) pair = [];
        var above = newest.Take(1 + second.Count + pair.Count).ToList();
        View = new(
            site.Name, newest is [var lead, ..] ? lead : null, pair, second, [.. newest.Skip(above.Count)],
            await sections.AllAsync(above, Tags, ct), await slots.FillAsync(SlotName.Home, null, Tags, ct));
        return await ShowAsync(new() { Title = null, Description = site.Tagline.Length > 0 ? site.Tagline : null, Canonical = site.Address("/"), JsonLd = SiteJsonLd.Home(site) }, ct);
    }
}
