using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using NewsSite.Tests.Themes;
using NewsSite.Web.Jobs;

namespace NewsSite.Tests.Jobs;

public sealed class VacancyListingTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "Clerk, Engineer, Guard")]
    [InlineData("?recruiter=Quay+Council", "Clerk, Engineer")]
    [InlineData("?recruiter=quay+council&place=Quay+Town", "Clerk")]
    [InlineData("?place=Port", "Guard")]
    [InlineData("?pay=30000", "Engineer")]
    [InlineData("?hours=part-time", "Guard")]
    [InlineData("?closing=7", "Clerk")]
    [InlineData("?q=harbour+wat", "Guard")]
    [InlineData("?q=nobody", "")]
    [InlineData("?pay=much&closing=-1&hours=often", "Clerk, Engineer, Guard")]
    public async Task The_listing_shows_what_the_filters_take(string query, string expected)
    {
        await using var site = await StartAsync();

        var page = await site.PageAsync("/jobs" + query);
        using var api = JsonDocument.Parse(await site.Reader.GetStringAsync(query.Contains("much", StringComparison.Ordinal) ? "/api/v1/jobs" : "/api/v1/jobs" + query.Replace("part-time", "partTime", StringComparison.Ordinal)));

        Assert.Equal(expected, string.Join(", ", page.QuerySelectorAll(".vacancies h2").Select(h => h.TextContent)));
        Assert.Equal(expected, string.Join(", ", api.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString())));
    }

    [Fact]
    public async Task Each_choice_says_how_many_it_leaves_beside_the_others()
    {
        await using var site = await StartAsync();

        var page = await site.PageAsync("/jobs?recruiter=Quay+Council");

        Assert.Equal(["All recruiters", "Port Council (1)", "Quay Council (2)"], page.QuerySelectorAll("#jobs-recruiter option").Select(o => o.TextContent));
        Assert.Equal(["All places", "Quay Town (1)"], page.QuerySelectorAll("#jobs-place option").Select(o => o.TextContent));
        Assert.Equal("Quay Council (2)", page.QuerySelector("#jobs-recruiter option[selected]")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_page_of_what_closes_soon_gains_a_vacancy_by_itself()
    {
        await using var site = await StartAsync();
        Assert.DoesNotContain("Engineer", await site.Reader.GetStringAsync("/jobs?closing=7"));

        site.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Contains("Engineer", await site.Reader.GetStringAsync("/jobs?closing=7"));
    }

    [Fact]
    public async Task At_its_closing_a_vacancy_leaves_listing_feeds_sitemap_and_api_though_they_are_cached_and_its_page_says_that_it_has_closed()
    {
        await using var site = await StartAsync();
        string[] all = ["/jobs", "/jobs?q=clerk", "/jobs/feed.xml", "/jobs/atom.xml", "/jobs/feed.json", "/sitemaps/jobs-1.xml", "/api/v1/jobs"];
        foreach (var path in all) Assert.Contains("/jobs/clerk", await site.Reader.GetStringAsync(path));
        site.Clock.Pass(Start.AddDays(5) - site.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        foreach (var path in all) Assert.Contains("/jobs/clerk", await site.Reader.GetStringAsync(path));

        site.Clock.Pass(TimeSpan.FromMilliseconds(1));

        foreach (var path in all) Assert.DoesNotContain("/jobs/clerk", await site.Reader.GetStringAsync(path));
        using var closed = await site.Reader.GetAsync("/jobs/clerk");
        var words = await closed.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Gone, closed.StatusCode);
        Assert.Contains("This vacancy has closed", words);
        Assert.Contains("Engineer", words);
        Assert.DoesNotContain("JobPosting", words);
    }

    [Fact]
    public async Task A_vacancy_that_is_not_open_yet_is_not_there()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Vacancy("clerk", "Clerk", 5) with { OpensAt = Start.AddDays(1) }], "vacancies");

        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/jobs/clerk")).StatusCode);
    }

    [Fact]
    public async Task The_feeds_tell_pay_place_and_closing()
    {
        await using var site = await StartAsync();

        var rss = XDocument.Parse(await site.Reader.GetStringAsync("/jobs/feed.xml"));
        var atom = XDocument.Parse(await site.Reader.GetStringAsync("/jobs/atom.xml"));
        using var json = JsonDocument.Parse(await site.Reader.GetStringAsync("/jobs/feed.json"));

        var items = rss.Descendants("item").ToList();
        Assert.Equal(3, items.Count);
        Assert.Contains(items, i => i.Element("title")!.Value == "Clerk, Quay Council" && i.Elements().Last().Value.Contains("Closes: 9 May 2026", StringComparison.Ordinal));
        Assert.Equal(3, atom.Root!.Elements().Count(e => e.Name.LocalName == "entry"));
        Assert.Equal("http://localhost:5080/jobs/feed.json", json.RootElement.GetProperty("feed_url").GetString());
        Assert.Equal(3, (await site.PageAsync("/jobs")).QuerySelectorAll("link[rel=alternate][href^='/jobs/']").Length);
    }

    [Fact]
    public async Task Structured_data_has_all_that_search_engines_ask_for()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Vacancy("clerk", "Clerk", 5) with { Place = "Harbour House, Quay Street, Quay Town, TS10 1RT", Hours = "37 hours a week", Work = WorkPattern.FullTime, Reference = "QC-1", ApplyAt = "mailto:jobs@quay.example" }], "vacancies");

        var page = await site.PageAsync("/jobs/clerk");
        var job = page.Data("JobPosting");

        page.Shows(job.GetProperty("identifier"));
        page.Shows(job.GetProperty("jobLocation"));
        Assert.All(["title", "description", "datePosted", "validThrough", "hiringOrganization", "jobLocation", "baseSalary", "employmentType", "identifier", "directApply"], name => Assert.True(job.TryGetProperty(name, out _), name));
        Assert.Equal(
            """{"@type":"PostalAddress","streetAddress":"Harbour House, Quay Street","addressLocality":"Quay Town","postalCode":"TS10 1RT","addressCountry":"GB"}""",
            job.GetProperty("jobLocation").GetProperty("address").GetRawText());
        Assert.Equal("FULL_TIME", job.GetProperty("employmentType").GetString());
        Assert.False(job.GetProperty("directApply").GetBoolean());
        Assert.Equal("mailto:jobs@quay.example", page.QuerySelector(".body a.button")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("https://jobs.example/1", true)]
    [InlineData("mailto:jobs@quay.example", true)]
    [InlineData("mailto:jobs@quay.example?subject=Clerk", true)]
    [InlineData("mailto:", false)]
    [InlineData("mailto:nobody", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("ftp://jobs.example/1", false)]
    [InlineData("//jobs.example/1", false)]
    public void People_apply_on_the_web_or_by_letter_and_nowhere_else(string address, bool isOne) => Assert.Equal(isOne, ApplyAddress.Is(address));

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddAsync(
            [
                Vacancy("clerk", "Clerk", 5) with { Place = "Quay Town" },
                Vacancy("engineer", "Engineer", 9) with { Pay = PayWords.Read("£38,000 to £41,000 a year"), Work = WorkPattern.FullTime },
                Vacancy("guard", "Guard", 20) with { Recruiter = "Port Council", Place = "Port", Words = "Watch the harbour.", Work = WorkPattern.PartTime, Pay = PayWords.Read("£13.05 an hour") },
            ], "vacancies");
        return site;
    }

    private static Vacancy Vacancy(string slug, string title, int days) => new()
    {
        Slug = slug,
        Title = title,
        Recruiter = "Quay Council",
        Pay = PayWords.Read("£24,404 - £25,183"),
        Words = "Keep the books.",
        OpensAt = Start.AddDays(-1),
        ClosesAt = Start.AddDays(days),
    };
}
