using System.Net;
using NewsSite.Web.Jobs;
using NewsSite.Web.People;

namespace NewsSite.Tests.Feeds;

public sealed class SitemapTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    public async Task Parts_hold_every_live_article_once_and_no_part_too_many(int articles, int parts)
    {
        await using var site = await TestSite.StartAsync("--Feeds:SitemapPart=3");
        for (var i = 1; i <= articles; i++) await site.PublishAsync(new AStory { Slug = $"a{i}", Published = $"2026-04-{i:00}" });

        var named = (await site.PathsAsync("/sitemap.xml")).Where(p => p.StartsWith("/sitemaps/articles-", StringComparison.Ordinal)).ToList();
        var listed = new List<IReadOnlyList<string>>();
        foreach (var part in named) listed.Add(await site.PathsAsync(part));

        Assert.Equal(Enumerable.Range(1, parts).Select(n => $"/sitemaps/articles-{n}.xml"), named);
        Assert.Equal(Enumerable.Range(1, articles).Select(i => $"/news/a{i}"), listed.SelectMany(p => p));
        Assert.All(listed, p => Assert.InRange(p.Count, 1, 3));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync($"/sitemaps/articles-{parts + 1}.xml")).StatusCode);
    }

    [Fact]
    public async Task Only_what_is_live_is_listed_from_the_next_request_on()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Updated = "2026-05-02" });
        await site.PublishAsync(new AStory { Slug = "tram", Published = "2026-05-02" });
        await site.DraftAsync(new AStory { Slug = "budget" });
        var before = await site.XmlAsync("/sitemaps/articles-1.xml");

        await site.WithdrawAsync("tram");
        await site.MoveAsync("pier", "the-pier");
        var after = await site.PathsAsync("/sitemaps/articles-1.xml");
        await site.WithdrawAsync("the-pier");

        Assert.Equal(["2026-05-02T00:00:00+01:00", "2026-05-02T00:00:00+01:00"], before.Descendants(FeedDocuments.Sitemaps + "lastmod").Select(m => m.Value));
        Assert.Equal(["/news/the-pier"], after);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/sitemaps/articles-1.xml")).StatusCode);
        Assert.DoesNotContain("/sitemaps/articles-1.xml", await site.PathsAsync("/sitemap.xml"));
    }

    [Fact]
    public async Task Every_address_of_every_part_is_a_page()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.AddAsync([new Person { Slug = "ada", Name = "Ada" }, Vacancy(site, "clerk", 3)], "people", "vacancies");

        var paths = new List<string>();
        foreach (var part in await site.PathsAsync("/sitemap.xml")) paths.AddRange(await site.PathsAsync(part));

        Assert.Equal(paths.Distinct(), paths);
        foreach (var path in new[] { "/", "/news", "/jobs", "/news/pier", "/topics/coast", "/authors/ada-quill", "/people/ada", "/jobs/clerk" }) Assert.Contains(path, paths);
        foreach (var path in paths) Assert.Equal((path, HttpStatusCode.OK), (path, (await site.Reader.GetAsync(path)).StatusCode));
    }

    [Fact]
    public async Task A_vacancy_leaves_at_its_closing_time_without_any_change()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Vacancy(site, "clerk", 3), Vacancy(site, "warden", 5)], "vacancies");

        var open = await site.PathsAsync("/sitemaps/jobs-1.xml");
        site.Clock.Pass(TimeSpan.FromDays(3));
        var later = await site.PathsAsync("/sitemaps/jobs-1.xml");

        Assert.Equal(["/jobs/clerk", "/jobs/warden"], open);
        Assert.Equal(["/jobs/warden"], later);
    }

    [Theory]
    [InlineData("articles-0")]
    [InlineData("articles-01")]
    [InlineData("articles--1")]
    [InlineData("articles-2")]
    [InlineData("articles-999999")]
    [InlineData("articles-99999999999999999999")]
    [InlineData("articles-x")]
    [InlineData("articles-")]
    [InlineData("articles")]
    [InlineData("nothing-1")]
    [InlineData("-1")]
    public async Task An_odd_part_is_404(string part)
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());

        var answer = await site.Reader.GetAsync($"/sitemaps/{part}.xml");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_news_sitemap_holds_the_last_two_days_and_lets_go_by_itself()
    {
        await using var site = await TestSite.StartAsync(); // 4 May 2026, 10:00 in London
        await site.PublishAsync(new AStory { Slug = "old", Published = "2026-05-02 10:00" });
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm & pier", Published = "2026-05-02 10:01" });
        await site.PublishAsync(new AStory { Slug = "tram", Published = "2026-05-04 09:00" });
        await site.PublishAsync(new AStory { Slug = "paid", Kind = Web.Articles.ArticleKind.Sponsored, Published = "2026-05-04 08:00" });

        var now = await site.XmlAsync("/news-sitemap.xml");
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var later = await site.PathsAsync("/news-sitemap.xml");
        site.Clock.Pass(TimeSpan.FromDays(2));
        var atLast = await site.PathsAsync("/news-sitemap.xml");

        var pier = now.Elements().Last().Element(FeedDocuments.News + "news")!;
        Assert.Equal(["/news/tram", "/news/pier"], now.Descendants(FeedDocuments.Sitemaps + "loc").Select(l => new Uri(l.Value).AbsolutePath));
        Assert.Equal("The County Ledger", pier.Element(FeedDocuments.News + "publication")!.Element(FeedDocuments.News + "name")!.Value);
        Assert.Equal("en", pier.Element(FeedDocuments.News + "publication")!.Element(FeedDocuments.News + "language")!.Value);
        Assert.Equal("2026-05-02T10:01:00+01:00", pier.Element(FeedDocuments.News + "publication_date")!.Value);
        Assert.Equal("Storm & pier", pier.Element(FeedDocuments.News + "title")!.Value);
        Assert.Equal(["/news/tram"], later);
        Assert.Empty(atLast);
    }

    [Fact]
    public async Task Robots_are_told_where_to_look_and_where_not()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.Reader.GetAsync("/robots.txt");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("User-agent: *", lines[0]);
        Assert.Contains("Disallow: /newsroom", lines);
        Assert.DoesNotContain("Disallow: /", lines);
        foreach (var line in lines.Where(l => l.StartsWith("Sitemap: ", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync(new Uri(line["Sitemap: ".Length..]).AbsolutePath)).StatusCode);
        Assert.Equal(2, lines.Count(l => l.StartsWith("Sitemap: ", StringComparison.Ordinal)));
    }

    private static Vacancy Vacancy(TestSite site, string slug, int days) => new()
    {
        Slug = slug,
        Title = "Clerk",
        Recruiter = "Quay Council",
        Pay = new("£20,000", 20_000, null, "GBP", PayPeriod.Year, null, null, null, false),
        Words = "A clerk is wanted.",
        OpensAt = site.Clock.GetUtcNow().AddDays(-1),
        ClosesAt = site.Clock.GetUtcNow().AddDays(days),
    };
}
