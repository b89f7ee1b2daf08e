using System.Net;

namespace NewsSite.Tests.Articles;

public sealed class LiveStoryTests
{
    [Fact]
    public async Task Readers_see_what_is_live_and_nothing_of_what_was_never_published()
    {
        await using var site = await TestSite.StartAsync();

        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.DraftAsync(new AStory { Slug = "pier", Headline = "Not yet" });
        await site.DraftAsync(new AStory { Slug = "budget" });

        Assert.Contains("Storm takes the pier", await site.Reader.GetStringAsync("/news/pier"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/news/budget")).StatusCode);
    }

    [Fact]
    public async Task A_new_revision_and_a_withdrawal_show_on_the_next_request()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.Reader.GetStringAsync("/news/pier");

        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Pier to be rebuilt" });
        var revised = await site.Reader.GetStringAsync("/news/pier");
        await site.WithdrawAsync("pier");
        var withdrawn = await site.Reader.GetAsync("/news/pier");

        Assert.Contains("Pier to be rebuilt", revised, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, withdrawn.StatusCode);
    }
}
