using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Tests.Articles;

public sealed class ListingTests
{
    [Fact]
    public async Task Whatever_goes_live_moves_or_is_withdrawn_places_stay_without_gaps_in_order_of_time()
    {
        await using var site = await TestSite.StartAsync();
        var steps = from story in Gen.Choose(1, 6)
                    from day in Gen.Choose(1, 5)
                    from topics in Gen.Choose(1, 3)
                    from withdraw in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
                    select (Story: story, Day: day, Topics: topics, Withdraw: withdraw);

        foreach (var step in Gen.Sample(steps, 40))
        {
            var slug = $"story-{step.Story}";
            var isLive = await site.InDbAsync(db => db.Articles.AnyAsync(a => a.Slug == slug && a.LiveId != null));
            if (step.Withdraw && isLive) await site.WithdrawAsync(slug);
            else await site.PublishAsync(new AStory { Slug = slug, Published = $"2026-04-0{step.Day}", Topics = [.. new[] { "coast", "harbour" }.Take(step.Topics % 3)] });

            await AssertPlacesAsync(site);
        }
    }

    [Fact]
    public async Task Numbering_after_an_import_gives_the_same_places_as_one_by_one()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var day in new[] { 3, 1, 5, 2, 4 }) await site.PublishAsync(new AStory { Slug = $"story-{day}", Published = $"2026-04-0{day}" });
        var before = await PlacesAsync(site);
        await site.InDbAsync(db => db.Listings.ExecuteUpdateAsync(s => s.SetProperty(e => e.Position, 0)));

        await site.DoAsync(async services =>
        {
            await services.GetRequiredService<PlaceInListings>().RenumberAsync(CancellationToken.None);
            return true;
        });

        Assert.Equal(before, await PlacesAsync(site));
    }

    [Fact]
    public async Task Each_page_of_a_listing_shows_its_twenty_stories_and_the_last_page_the_rest()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 1; i <= 45; i++) await site.PublishAsync(new AStory { Slug = $"story-{i:00}", Headline = $"Story {i:00}", Published = $"2026-{1 + (i / 28):00}-{1 + (i % 28):00}" });

        var first = await site.Reader.GetStringAsync("/topics/coast");
        var last = await site.Reader.GetStringAsync("/topics/coast?page=3");

        Assert.Contains("Story 45", first);
        Assert.Contains("Story 26", first);
        Assert.DoesNotContain("Story 25", first);
        Assert.Contains("Page 1 of 3", first);
        Assert.Contains("Story 05", last);
        Assert.DoesNotContain("Story 06", last);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Reader.GetAsync("/topics/coast?page=4")).StatusCode);
    }

    private static async Task AssertPlacesAsync(TestSite site)
    {
        var entries = await site.InDbAsync(db => db.Listings.AsNoTracking().OrderBy(e => e.List).ThenBy(e => e.PublishedAt).ThenBy(e => e.ArticleId).ToListAsync());
        var live = await site.InDbAsync(db => db.Articles.CountAsync(a => a.LiveId != null));
        Assert.Equal(live, entries.Count(e => e.List == Listing.News));
        foreach (var list in entries.GroupBy(e => e.List)) Assert.Equal(Enumerable.Range(1, list.Count()), list.Select(e => e.Position));
    }

    private static Task<List<string>> PlacesAsync(TestSite site) =>
        site.InDbAsync(db => db.Listings.AsNoTracking().OrderBy(e => e.List).ThenBy(e => e.Position).Select(e => e.List + " " + e.Position + " " + e.ArticleId).ToListAsync());
}
