using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

/// <summary>A vacancy's page.</summary>
/// <param name="Job">The vacancy.</param>
/// <param name="Others">Others that are open; null for none.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record VacancyDetailsView(VacancyView Job, VacancyPanel? Others, IReadOnlyList<SlotPart> Rail);

/// <summary>What is shown in place of a vacancy that has closed. Nothing of the advertisement is left but its name.</summary>
/// <param name="Title">The post's title.</param>
/// <param name="Recruiter">Who recruited.</param>
/// <param name="ClosedText">The day on which it closed.</param>
/// <param name="Others">Others that are open; null for none.</param>
public sealed record ClosedVacancyView(string Title, string Recruiter, string ClosedText, VacancyPanel? Others);

/// <summary>One vacancy. One that has closed answers 410 and says so; one that has not opened yet is not here.</summary>
public sealed class JobPage(NewsDb db, OpenVacancies vacancies, Site site, Slots slots, TimeProvider clock, PageFrames frames) : ReaderPage(frames)
{
    private const int OthersShown = 3;

    private const int LongestDescription = 155;

    /// <summary>What the partial shows of an open vacancy; null for one that has closed.</summary>
    public VacancyDetailsView? View { get; private set; }

    /// <summary>What the partial shows of one that has closed; null for an open one.</summary>
    public ClosedVacancyView? Closed { get; private set; }

    /// <summary>Shows the vacancy.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var open = await vacancies.AllAsync(Tags, ct);
        if (open.FirstOrDefault(v => v.Vacancy.Slug == slug) is not { } job) return await ExplainAsync(slug, open, ct);
        VacancyView[] others = [.. open.Where(v => v != job).Take(OthersShown)];
        var rail = await slots.FillAsync(SlotName.Rail, null, Tags, ct);
        View = new(job, others.Length == 0 ? null : new(others, "More vacancies", open.Count), [.. rail.Where(p => p.Partial != "VacancyPanel")]);
        return await ShowAsync(
            new()
            {
                Title = $"{job.Vacancy.Title}, {job.Vacancy.Recruiter}",
                Description = Excerpt.OfCut($"{job.Vacancy.Pay.Words}. Closes {job.ClosesText}. {job.Vacancy.Words}", LongestDescription),
                Canonical = site.Address(job.Path),
                Feeds = JobsPage.Feeds,
                JsonLd = [JobPostingJsonLd.Of(site, job.Vacancy, showsOpening: true)],
            }, ct);
    }

    private async Task<IActionResult> ExplainAsync(string slug, IReadOnlyList<VacancyView> open, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Vacancies.AsNoTracking().FirstOrDefaultAsync(v => v.Slug == slug && v.ClosesAt <= now, ct) is not { } closed) return NotFound();
        var view = VacancyView.Of(closed, site);
        Closed = new(closed.Title, closed.Recruiter, view.ClosesText, open.Count == 0 ? null : new([.. open.Take(OthersShown)], "Open vacancies", open.Count));
        Response.StatusCode = StatusCodes.Status410Gone;
        return await ShowAsync(new() { Title = $"{closed.Title} has closed", NoIndex = true }, ct);
    }
}
