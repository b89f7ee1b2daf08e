using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class StoryListTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_last_saved_comes_first_with_its_state_who_and_when_in_London()
    {
        await _site.PublishAsync(new AStory { Slug = "pier" });
        _site.Clock.Pass(TimeSpan.FromMinutes(5));
        await _ada.SaveAsync(DraftClient.NewId(_site), null, ADraft.Of("a") with { Headline = "Budget <set>" });
        _site.Clock.Pass(TimeSpan.FromMinutes(5));
        await _site.DraftAsync(new AStory { Slug = "pier", Headline = "Pier, revised" });

        var page = await PageAsync("/newsroom/articles");

        var rows = page.QuerySelectorAll(".stories tbody tr");
        Assert.Equal(["Pier, revised", "Budget <set>"], rows.Select(r => r.QuerySelector(".story-line")!.TextContent));
        Assert.Equal(["Live Changes not yet live", "Draft"], rows.Select(r => Words(r.QuerySelectorAll("td")[0])));
        Assert.Equal(["today, 10:10 by test", "today, 10:05 by Ada Quill"], rows.Select(r => Words(r.QuerySelectorAll("td")[1])));
        Assert.Equal(["Ada Quill", "No byline yet"], rows.Select(r => r.QuerySelector("th .meta")!.TextContent));
        Assert.Equal("/news/pier", rows[0].QuerySelectorAll(".act a")[1].GetAttribute("href"));
        Assert.Equal("page", page.QuerySelector(".bar-links a[href='/newsroom/articles']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Tabs_show_one_state_each_and_an_empty_one_says_the_next_step()
    {
        var empty = await PageAsync("/newsroom/articles");
        await _site.PublishAsync(new AStory { Slug = "pier" });
        await _site.DraftAsync(new AStory { Slug = "budget", Headline = "Budget" });

        Assert.Equal("/newsroom/articles/new", empty.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Equal("Budget", Assert.Single((await PageAsync("/newsroom/articles?state=draft")).QuerySelectorAll(".story-line")).TextContent);
        Assert.Equal("Storm takes the pier", Assert.Single((await PageAsync("/newsroom/articles?state=live")).QuerySelectorAll(".story-line")).TextContent);
        Assert.NotNull((await PageAsync("/newsroom/articles?state=withdrawn")).QuerySelector(".empty h2"));
        Assert.Equal("page", (await PageAsync("/newsroom/articles?state=draft")).QuerySelector(".tabs a[href='/newsroom/articles?state=draft']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Search_takes_beginnings_of_words_and_addresses_and_finds_the_newest_words_only()
    {
        await _site.PublishAsync(new AStory { Slug = "good-for-childrens-services", Headline = "“Good” for children’s services" });
        await _site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier" });
        await _site.DraftAsync(new AStory { Slug = "pier", Headline = "Pier to be rebuilt in Llŷn" });

        Assert.Equal(["“Good” for children’s services"], await FindAsync("serv child"));
        Assert.Equal(["“Good” for children’s services"], await FindAsync("https://example.org/news/good-for-childrens-services"));
        Assert.Equal(["Pier to be rebuilt in Llŷn"], await FindAsync("LLYN"));
        Assert.Equal(["Pier to be rebuilt in Llŷn"], await FindAsync("pier", "&state=live"));
        Assert.Empty(await FindAsync("storm"));
        Assert.Empty(await FindAsync("pier", "&state=draft"));
        Assert.Empty(await FindAsync("???"));
        Assert.Contains("Show all stories", (await PageAsync("/newsroom/articles?q=storm")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_are_on_a_page_and_the_rest_on_the_next()
    {
        for (var i = 1; i <= 45; i++)
        {
            await _site.DraftAsync(new AStory { Slug = $"story-{i}", Headline = $"Story {i}" });
            _site.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        var (first, third) = (await PageAsync("/newsroom/articles"), await PageAsync("/newsroom/articles?page=3"));

        Assert.Equal(20, first.QuerySelectorAll(".story-line").Length);
        Assert.Equal(("Story 45", "/newsroom/articles?page=2"), (first.QuerySelector(".story-line")!.TextContent, first.QuerySelector("a[rel=next]")!.GetAttribute("href")));
        Assert.Equal((5, null), (third.QuerySelectorAll(".story-line").Length, third.QuerySelector("a[rel=next]")));
        Assert.Equal("/newsroom/articles?page=2", third.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(5, (await PageAsync("/newsroom/articles?q=story&page=3")).QuerySelectorAll(".story-line").Length);
        Assert.NotNull((await PageAsync("/newsroom/articles?page=9")).QuerySelector(".empty"));
        foreach (var wrong in new[] { "page=0", "page=100001", "page=x", "state=lost" }) Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"/newsroom/articles?{wrong}")).StatusCode);
    }

    [Fact]
    public async Task The_link_finder_gives_the_newest_twenty_with_where_they_stand()
    {
        await _site.PublishAsync(new AStory { Slug = "pier", Headline = "Pier gone", Published = "2026-05-01 06:00" });
        await _site.DraftAsync(new AStory { Slug = "pier-two", Headline = "Pier again" });

        var found = await DraftClient.ReadAsync<FoundArticles>(await _ada.GetAsync("/newsroom/api/articles?q=pier"));
        var all = await DraftClient.ReadAsync<FoundArticles>(await _ada.GetAsync("/newsroom/api/articles"));

        Assert.Equal([("pier-two", ArticleState.Draft, "/news/pier-two"), ("pier", ArticleState.Live, "/news/pier")], found.Items.Select(i => (i.Slug, i.State, i.Path)));
        Assert.Equal([null, "2026-05-01T05:00:00"], found.Items.Select(i => i.Published?.UtcDateTime.ToString("s")));
        Assert.Equal(2, all.Items.Count);
    }

    [Fact]
    public async Task Strangers_are_asked_to_sign_in()
    {
        Assert.StartsWith("/newsroom/login", (await _site.Reader.GetAsync("/newsroom/articles")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_write_is_led_to_the_history()
    {
        var id = await _site.DraftAsync(new AStory { Slug = "pier" });
        using var moderator = await _site.SignInAsync(Role.Moderator, "Mo Read");

        var page = new HtmlParser().ParseDocument(await moderator.GetStringAsync("/newsroom/articles"));

        Assert.Equal($"/newsroom/articles/{id}/history", page.QuerySelector(".story-line")!.GetAttribute("href"));
    }

    private async Task<IDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await _ada.GetStringAsync(path));

    private async Task<IEnumerable<string>> FindAsync(string query, string more = "") =>
        (await PageAsync($"/newsroom/articles?q={Uri.EscapeDataString(query)}{more}")).QuerySelectorAll(".story-line").Select(e => e.TextContent).ToList();

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
