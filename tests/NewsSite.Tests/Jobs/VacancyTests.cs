using System.Net;
using NewsSite.Web.Jobs;

namespace NewsSite.Tests.Jobs;

public sealed class VacancyTests
{
    private static readonly DateTimeOffset Closes = new(2026, 5, 4, 16, 0, 0, TimeSpan.Zero); // 17:00 in London

    [Fact]
    public async Task A_vacancy_leaves_every_page_by_itself_at_its_closing_time()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());
        await site.AddAsync([Vacancy("harbour-master", opens: Closes.AddDays(-7))], "vacancies");
        string[] pages = ["/", "/jobs", "/news", "/news/storm-takes-the-pier"];
        foreach (var page in pages) Assert.Contains("Harbour master", await site.Reader.GetStringAsync(page));
        Assert.Contains("4 May 2026, 17:00", await site.Reader.GetStringAsync("/jobs/harbour-master"));

        site.Clock.Pass(Closes - site.Clock.GetUtcNow());

        foreach (var page in pages) Assert.DoesNotContain("Harbour master", await site.Reader.GetStringAsync(page));
        Assert.Equal(HttpStatusCode.Gone, (await site.Reader.GetAsync("/jobs/harbour-master")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/jobs/lighthouse-keeper")).StatusCode);
    }

    [Fact]
    public async Task A_vacancy_appears_by_itself_when_it_opens()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([Vacancy("harbour-master", opens: site.Clock.GetUtcNow().AddHours(1))], "vacancies");
        Assert.DoesNotContain("Harbour master", await site.Reader.GetStringAsync("/jobs"));

        site.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Contains("Harbour master", await site.Reader.GetStringAsync("/jobs"));
    }

    private static Vacancy Vacancy(string slug, DateTimeOffset opens) => new()
    {
        Slug = slug,
        Title = "Harbour master",
        Recruiter = "Port Council",
        Pay = new("£30,000", 30_000, null, "GBP", PayPeriod.Year, null, null, null, false),
        Words = "Keep the harbour.",
        OpensAt = opens,
        ClosesAt = Closes,
    };
}
