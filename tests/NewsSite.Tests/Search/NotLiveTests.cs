using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Tests.Search;

/// <summary>What is not live is not found: by its words, by a slip, in feeds, by programs. The clock stands at 10:00 in London on Monday 4 May 2026.</summary>
public sealed class NotLiveTests
{
    private static readonly HttpMethod Put = HttpMethod.Put;

    [Fact]
    public async Task A_story_under_embargo_is_found_at_its_minute_and_no_sooner()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();
        await desk.Ada.DoAsync(Put, id, "embargo", new { at = "2026-05-06 00:01" });
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-06 00:01" });

        desk.Site.Clock.Pass(TimeSpan.FromHours(37).Add(TimeSpan.FromMinutes(59)));
        Assert.Empty(await WaysToFindItAsync(desk.Site));
        desk.Site.Clock.Pass(TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(async () => await desk.StatusAsync() == 200);

        Assert.Equal(6, (await WaysToFindItAsync(desk.Site)).Count);
    }

    [Fact]
    public async Task A_draft_of_new_words_is_not_found_and_the_live_words_are_until_it_goes_live()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "storm-takes-the-pier", Headline = "Storm takes the pier" });
        await site.DraftAsync(new AStory { Slug = "storm-takes-the-pier", Headline = "Gale takes the jetty" });
        var draft = (await SlugsAsync(site, "jetty"), await SlugsAsync(site, "storm"));

        await site.PublishAsync(new AStory { Slug = "storm-takes-the-pier", Headline = "Gale takes the jetty" });

        Assert.Equal((0, 1), (draft.Item1.Count, draft.Item2.Count));
        Assert.Single(await SlugsAsync(site, "jetty"));
        Assert.Empty(await SlugsAsync(site, "storm"));
    }

    [Fact]
    public async Task A_withdrawn_story_is_gone_at_once_and_its_words_are_offered_to_nobody()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "storm-takes-the-pier", Headline = "Storm takes the pier" });
        Assert.Equal(6, (await WaysToFindItAsync(site)).Count);

        await site.WithdrawAsync("storm-takes-the-pier");

        Assert.Empty(await WaysToFindItAsync(site));
    }

    // Each returns something of the story as soon as the index has any of it.
    private static async Task<IReadOnlyList<string>> WaysToFindItAsync(TestSite site)
    {
        string[] ways = ["/search?q=storm", "/search?q=stomr", "/search?q=stor&sort=date", "/search?topic=coast", "/search/feed.xml?q=storm", "/api/v1/articles?q=storm"];
        var found = new List<string>();
        foreach (var way in ways)
        {
            var text = await site.Reader.GetStringAsync(way);
            if (text.Contains("storm-takes-the-pier", StringComparison.Ordinal) || text.Contains(">storm</a>", StringComparison.Ordinal)) found.Add(way);
        }
        return found;
    }

    private static async Task<IReadOnlyList<string>> SlugsAsync(TestSite site, string typed) => SearchSite.SlugsIn(await site.Reader.GetStringAsync($"/search?q={typed}"));
}
