using System.Net;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Themes;
using NewsSite.Web.Alerts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Alerts;

public sealed class AlertTests
{
    [Fact]
    public async Task An_alert_that_the_newsroom_sets_is_on_every_page_at_once_though_pages_are_cached_and_leaves_by_itself()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        string[] pages = ["/", "/news", "/news/storm-takes-the-pier", "/topics/coast", "/jobs", "/corrections", "/privacy"];
        foreach (var path in pages) Assert.DoesNotContain("data-alert", await site.Reader.GetStringAsync(path));

        using var set = await PostAsync(ben, "/newsroom/alerts/new", ("severity", "major"), ("headline", "The river is over its banks"), ("words", "Stay away from the quay."), ("address", "/news/storm-takes-the-pier"), ("starts-day", "2026-05-04"), ("ends-day", "2026-05-04"), ("ends-time", "18:00"));

        Assert.Equal((HttpStatusCode.Redirect, "/newsroom/alerts"), (set.StatusCode, set.Headers.Location?.OriginalString));
        foreach (var path in pages)
        {
            var page = await site.PageAsync(path);
            var alert = page.QuerySelector("body > aside.alerts > section.alert.major")!;
            Assert.Equal("Emergency: The river is over its banks", alert.QuerySelector("h2")!.TextContent.Trim());
            Assert.Equal("/news/storm-takes-the-pier", alert.QuerySelector("a")!.GetAttribute("href"));
            Assert.Equal(alert.QuerySelector("h2")!.Id, alert.GetAttribute("aria-labelledby"));
        }
        using var missing = await site.Reader.GetAsync("/news/nothing-here");
        Assert.Contains("The river is over", await missing.Content.ReadAsStringAsync());
        Assert.Contains("The river is over its banks", await ben.GetStringAsync("/newsroom/audit"));

        site.Clock.Pass(TimeSpan.FromHours(8)); // 18:00 in London
        foreach (var path in pages) Assert.DoesNotContain("data-alert", await site.Reader.GetStringAsync(path));
    }

    [Fact]
    public async Task The_gravest_stands_first_and_each_comes_in_its_time()
    {
        await using var site = await TestSite.StartAsync();
        var now = site.Clock.GetUtcNow();
        await site.AddAsync(
            [
                Alert("fair", AlertSeverity.Announcement, now), Alert("bridge", AlertSeverity.Minor, now), Alert("flood", AlertSeverity.Major, now.AddHours(1)), Alert("mayor", AlertSeverity.NotableDeath, now),
            ], "alerts");

        Assert.Equal(["Notable death: mayor", "Disruption: bridge", "Announcement: fair"], await HeadlinesAsync(site));
        site.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["Notable death: mayor", "Emergency: flood", "Disruption: bridge", "Announcement: fair"], await HeadlinesAsync(site));
    }

    [Fact]
    public async Task Style_and_script_are_there_only_while_an_alert_is_and_a_changed_alert_has_another_mark()
    {
        await using var site = await TestSite.StartAsync();
        Assert.DoesNotContain("/assets/alerts/", await site.Reader.GetStringAsync("/"));
        await site.AddAsync([Alert("flood", AlertSeverity.Major, site.Clock.GetUtcNow())], "alerts");

        var page = await site.PageAsync("/");
        var first = page.QuerySelector("[data-alert]")!.GetAttribute("data-alert");
        using var css = await site.Reader.GetAsync(page.QuerySelector("link[href^='/assets/alerts/']")!.GetAttribute("href"));
        using var script = await site.Reader.GetAsync(page.QuerySelector("aside.alerts script")!.GetAttribute("src"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (css.StatusCode, script.StatusCode));
        Assert.NotNull(page.QuerySelector(".alert label input[type=checkbox]"));

        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var version = (await FormAsync(ben, "/newsroom/alerts/flood")).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        using var saved = await PostAsync(ben, "/newsroom/alerts/flood", ("version", version), ("severity", "minor"), ("headline", "flood"), ("starts-day", "2026-05-04"), ("ends-day", "2026-05-05"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.NotEqual(first, (await site.PageAsync("/")).QuerySelector("[data-alert]")!.GetAttribute("data-alert"));
    }

    [Fact]
    public async Task Faults_are_said_at_the_field_and_nothing_is_set()
    {
        await using var site = await TestSite.StartAsync();
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");

        using var answer = await PostAsync(ben, "/newsroom/alerts/new", ("severity", "huge"), ("headline", ""), ("address", "javascript:alert(1)"), ("link-text", "More"), ("starts-day", "2026-05-04"), ("ends-day", ""));
        var page = await answer.Content.ReadAsStringAsync();

        foreach (var field in new[] { "severity", "headline", "address", "ends" }) Assert.Contains($"id=\"{field}", page);
        Assert.Contains("Write the headline.", page);
        Assert.Contains("Every alert ends.", page);
        Assert.Contains("neither a path of this site", page);
        Assert.DoesNotContain("aside class=\"alerts\"", await site.Reader.GetStringAsync("/"));
    }

    [Theory]
    [InlineData(Role.Journalist)]
    [InlineData(Role.Moderator)]
    public async Task Who_may_not_set_alerts_does_not(Role role)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(role);

        using var page = await ada.GetAsync("/newsroom/alerts");
        using var set = await ada.PostAsync("/newsroom/alerts/new", new FormUrlEncodedContent([]));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, set.StatusCode));
    }

    [Fact]
    public async Task A_deleted_alert_is_gone_from_every_page()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Alert("flood", AlertSeverity.Major, site.Clock.GetUtcNow())], "alerts");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        Assert.Contains("flood", await ben.GetStringAsync("/newsroom/alerts?q=flo"));
        var version = (await FormAsync(ben, "/newsroom/alerts/flood")).QuerySelector("input[name=version]")!.GetAttribute("value")!;

        using var gone = await PostAsync(ben, "/newsroom/alerts/flood?handler=Delete", ("version", version));

        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Empty(await HeadlinesAsync(site));
    }

    private static async Task<AngleSharp.Dom.IDocument> FormAsync(HttpClient who, string path) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await who.GetStringAsync(path));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient who, string path, params (string Name, string Value)[] fields) =>
        await who.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static async Task<IEnumerable<string>> HeadlinesAsync(TestSite site) => (await site.PageAsync("/")).QuerySelectorAll(".alert h2").Select(h => h.TextContent.Trim());

    private static Alert Alert(string slug, AlertSeverity severity, DateTimeOffset starts) => new() { Slug = slug, Severity = severity, Headline = slug, StartsAt = starts, EndsAt = starts.AddDays(2) };
}
