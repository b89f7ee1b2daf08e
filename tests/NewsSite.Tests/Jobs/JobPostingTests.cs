using NewsSite.Tests.Themes;
using NewsSite.Web.Jobs;

namespace NewsSite.Tests.Jobs;

public sealed class JobPostingTests
{
    [Fact]
    public async Task A_vacancy_says_who_recruits_what_it_pays_and_until_when()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Clerk(site, new("£24,404 (12.65 p.a. hour) - £25,183", 24_404.00m, 25_183m, "GBP", PayPeriod.Year, 12.65m, null, null, true), "Quay Town")], "vacancies");

        var page = await site.PageAsync("/jobs/clerk");
        var job = page.Data("JobPosting");

        page.Shows(job.GetProperty("hiringOrganization"));
        page.Shows(job.GetProperty("jobLocation"));
        Assert.Equal("Clerk <of> works", job.GetProperty("title").GetString());
        Assert.Equal("<p>A clerk is wanted &amp; soon.</p><p>Apply now</p>", job.GetProperty("description").GetString());
        Assert.Equal("2026-05-07T10:00:00+01:00", job.GetProperty("validThrough").GetString());
        Assert.Contains("2026-05-07T10:00+01:00", page.QuerySelectorAll("time").Select(t => t.GetAttribute("datetime")));
        Assert.Equal("Quay Council", job.GetProperty("hiringOrganization").GetProperty("name").GetString());
        Assert.Equal("Quay Town", job.GetProperty("jobLocation").GetProperty("address").GetProperty("addressLocality").GetString());
        Assert.Equal("""{"@type":"QuantitativeValue","minValue":24404,"maxValue":25183,"unitText":"YEAR"}""", job.GetProperty("baseSalary").GetProperty("value").GetRawText());
        Assert.Equal("GBP", job.GetProperty("baseSalary").GetProperty("currency").GetString());
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", job.GetProperty("datePosted").GetString());
    }

    [Fact]
    public async Task Neither_pay_nor_place_is_claimed_that_the_register_lacks()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Clerk(site, new("Competitive", null, null, "GBP", PayPeriod.Year, null, null, null, false), null)], "vacancies");

        var job = (await site.PageAsync("/jobs/clerk")).Data("JobPosting");

        Assert.False(job.TryGetProperty("baseSalary", out _));
        Assert.False(job.TryGetProperty("jobLocation", out _));
    }

    [Theory]
    [InlineData("139111.00", null, null, """{"@type":"QuantitativeValue","value":139111,"unitText":"YEAR"}""")]
    [InlineData(null, "30000", null, """{"@type":"QuantitativeValue","maxValue":30000,"unitText":"YEAR"}""")]
    [InlineData(null, null, "12.65", """{"@type":"QuantitativeValue","value":12.65,"unitText":"HOUR"}""")]
    public async Task Pay_is_the_figures_of_the_register(string? least, string? most, string? hourly, string expected)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Clerk(site, new("As advertised", Figure(least), Figure(most), "GBP", PayPeriod.Year, Figure(hourly), null, null, false), null)], "vacancies");

        var job = (await site.PageAsync("/jobs/clerk")).Data("JobPosting");

        Assert.Equal(expected, job.GetProperty("baseSalary").GetProperty("value").GetRawText());
    }

    private static decimal? Figure(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Vacancy Clerk(TestSite site, Pay pay, string? place) => new()
    {
        Slug = "clerk",
        Title = "Clerk <of> works",
        Recruiter = "Quay Council",
        Place = place,
        Pay = pay,
        Words = "A clerk is wanted & soon.\n\nApply now",
        OpensAt = site.Clock.GetUtcNow().AddDays(-1),
        ClosesAt = site.Clock.GetUtcNow().AddDays(3),
    };
}
