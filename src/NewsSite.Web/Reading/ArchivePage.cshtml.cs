using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Articles;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

/// <summary>A month of the archive, by day.</summary>
public sealed class ArchivePage(ArchiveReader archive, ListingReader listings, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    /// <summary>What the partial shows.</summary>
    public ArchiveView View { get; private set; } = null!;

    /// <summary>Shows a page of the month. A month without stories answers 404.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact($"{year}-{month}", "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return NotFound();
        var key = (first.Year * 100) + first.Month;
        Tags.Add(Listing.Tag(Listing.News));
        var total = await archive.CountAsync(key, ct);
        var path = ArchiveReader.PathOf(key);
        var pages = new PagesView(PageNumber ?? 0, (total + ListingReader.PageSize - 1) / ListingReader.PageSize, path);
        if (pages.Number < 1 || pages.Number > pages.Of) return NotFound();
        var stories = await listings.MonthAsync(key, pages.Number, Tags, ct);
        var name = archive.NameOf(key);
        View = new(
            name, total, [.. ByDay(stories)], pages, await archive.EarlierAsync(key, ct), await archive.LaterAsync(key, ct),
            first.Year, await archive.CalendarAsync(first.Year, key, ct), await slots.FillAsync(SlotName.Rail, null, Tags, ct));
        return await ShowAsync(new() { Title = name, Description = $"Every story of {name}.", Canonical = site.Address(pages.PathOf(pages.Number)), Previous = pages.Previous, Next = pages.Next }, ct);
    }

    private static IEnumerable<ArchiveDay> ByDay(IReadOnlyList<Teaser> stories) =>
        from story in stories
        group story by DateOnly.FromDateTime(story.Published.Instant.DateTime) into day
        select new ArchiveDay(day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.First().Published.Day, [.. day]);
}
