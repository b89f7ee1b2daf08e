using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Themes;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Promotions;
using NewsSite.Web.Promotions.Clicks;
using NewsSite.Web.Themes;

namespace NewsSite.Tests.Promotions;

public sealed class PromotionClickTests
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task A_link_counts_who_follows_it_and_sends_them_on_without_a_cookie()
    {
        await using var site = await StartAsync();
        var link = (await site.PageAsync("/news")).QuerySelector(".promotion a")!;
        Assert.Equal(("/go/ropes", "sponsored nofollow noopener"), (link.GetAttribute("href"), link.GetAttribute("rel")));

        using var first = await FollowAsync(site, "/go/ropes");
        using var second = await FollowAsync(site, "/go/ropes", ("Sec-Fetch-Dest", "document"));
        site.Clock.Pass(TimeSpan.FromHours(15)); // past midnight in London
        using var third = await FollowAsync(site, "/go/ropes");

        Assert.Equal((HttpStatusCode.Redirect, "https://ropes.example/?from=here"), (first.StatusCode, first.Headers.Location!.OriginalString));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex, nofollow", Assert.Single(first.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal(["2026-05-04: 2", "2026-05-05: 1"], await ClicksAsync(site));
        using var ada = await site.SignInAsync(Role.Journalist);
        Assert.Contains("3 times, 3 in the last 7 days", await ada.GetStringAsync("/newsroom/promotions"));
        Assert.Contains("Disallow: /go/", await site.Reader.GetStringAsync("/robots.txt"));
    }

    [Fact]
    public async Task Programs_looks_ahead_and_questions_for_headers_are_sent_on_and_not_counted()
    {
        await using var site = await StartAsync();

        using var head = await FollowAsync(site, "/go/ropes", HttpMethod.Head);
        using var ahead = await FollowAsync(site, "/go/ropes", ("Sec-Purpose", "prefetch;prerender"));
        using var picture = await FollowAsync(site, "/go/ropes", ("Sec-Fetch-Dest", "image"));
        using var robot = await FollowAsync(site, "/go/ropes", agent: "Mozilla/5.0 (compatible; Googlebot/2.1)");
        using var nobody = await FollowAsync(site, "/go/ropes", agent: null);

        foreach (var answer in new[] { head, ahead, picture, robot, nobody }) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await ClicksAsync(site));
    }

    [Theory]
    [InlineData("/go/nobody")]
    [InlineData("/go/nowhere")]
    [InlineData("/go/https:%2F%2Fevil.example")]
    [InlineData("/go/ropes/more")]
    public async Task It_leads_nowhere_but_to_addresses_of_the_register(string path)
    {
        await using var site = await StartAsync();
        await site.AddAsync([Promotion("nowhere", site) with { Address = null }], "promotions");

        using var answer = await FollowAsync(site, path + "?to=https://evil.example");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Those_that_share_a_place_take_turns_by_weight_and_a_cached_page_follows()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Promotion("often", site) with { Weight = 3 }, Promotion("seldom", site) with { Weight = 1 }, Promotion("alone", site) with { Order = 2 }], "promotions");

        var shown = new List<string>();
        for (var turn = 0; turn < 60; turn++)
        {
            var labels = (await site.PageAsync("/news")).QuerySelectorAll(".promotion h2").Select(h => h.TextContent.Trim()).ToList();
            Assert.Equal(2, labels.Count);
            Assert.Equal("alone", labels[1]);
            Assert.Equal(labels[0], (await site.PageAsync("/news")).QuerySelector(".promotion h2")!.TextContent.Trim());
            shown.Add(labels[0]);
            site.Clock.Pass(PromotionTurn.Length);
        }

        Assert.InRange(shown.Count(s => s == "often"), 35, 55);
        Assert.Contains("seldom", shown);
    }

    [Fact]
    public void Over_many_pages_and_turns_each_is_shown_as_often_as_its_weight_says()
    {
        var now = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        Promotion[] sharing = [Bare("a", 5), Bare("b", 3), Bare("c", 2)];
        var random = new Random(7);

        var shown = Enumerable.Range(0, 20_000).Select(i =>
        {
            var page = new byte[16];
            random.NextBytes(page);
            return PromotionTurn.Of(sharing, new Guid(page), now + (i * PromotionTurn.Length)).Slug;
        }).CountBy(slug => slug).ToDictionary();

        Assert.InRange(shown["a"], 9_600, 10_400);
        Assert.InRange(shown["b"], 5_650, 6_350);
        Assert.InRange(shown["c"], 3_650, 4_350);

        static Promotion Bare(string slug, int weight) => new() { Slug = slug, Slot = SlotName.Rail, Label = "Promotion", Headline = slug, StartsAt = DateTimeOffset.UnixEpoch, Weight = weight };
    }

    [Fact]
    public async Task A_promotion_stands_in_no_slot_within_an_article()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        await site.AddAsync([Promotion("ropes", site) with { Slot = SlotName.ArticleNotes }, Promotion("nets", site) with { Slot = SlotName.ArticleDiscussion }], "promotions");

        Assert.Empty((await site.PageAsync("/news/storm-takes-the-pier")).QuerySelectorAll(".promotion"));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddAsync([Promotion("ropes", site)], "promotions");
        return site;
    }

    private static Promotion Promotion(string slug, TestSite site) =>
        new() { Slug = slug, Slot = SlotName.Rail, Label = "Promotion", Headline = slug, Address = "https://ropes.example/?from=here", StartsAt = site.Clock.GetUtcNow() };

    private static Task<HttpResponseMessage> FollowAsync(TestSite site, string path, params (string Name, string Value)[] headers) => FollowAsync(site, path, HttpMethod.Get, Browser, headers);

    private static Task<HttpResponseMessage> FollowAsync(TestSite site, string path, string? agent) => FollowAsync(site, path, HttpMethod.Get, agent);

    private static async Task<HttpResponseMessage> FollowAsync(TestSite site, string path, HttpMethod method, string? agent = Browser, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (agent is not null) request.Headers.TryAddWithoutValidation("User-Agent", agent);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await site.Reader.SendAsync(request);
    }

    private static async Task<IEnumerable<string>> ClicksAsync(TestSite site) =>
        (await site.InDbAsync(db => db.Set<PromotionClicks>().AsNoTracking().OrderBy(c => c.Day).ToListAsync())).Select(c => $"{c.Day}: {c.Clicks}");
}
