using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

/// <summary>A vacancy's page.</summary>
/// <param name="Job">The vacancy.</param>
/// <param name="Others">Others that are open; null for none.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record VacancyDetailsView(VacancyView Job, VacancyPanel? Others, IReadOnlyList<SlotPart> Rail);

/// <summary>One vacancy. One that has closed answers 410.</summary>
public sealed class JobPage(NewsDb db, OpenVacancies vacancies, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    private const int OthersShown = 3;

    /// <summary>What the partial shows.</summary>
    public VacancyDetailsView View { get; private set; } = null!;

    /// <summary>Shows the vacancy.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var open = await vacancies.AllAsync(Tags, ct);
        if (open.FirstOrDefault(v => v.Vacancy.Slug == slug) is not { } job)
            return await db.Vacancies.AnyAsync(v => v.Slug == slug, ct) ? StatusCode(StatusCodes.Status410Gone) : NotFound();
        VacancyView[] others = [.. open.Where(v => v != job).Take(OthersShown)];
        var rail = await slots.FillAsync(SlotName.Rail, null, Tags, ct);
        View = new(job, others.Length == 0 ? null : new(others, "More vacancies", open.Count), [.. rail.Where(p => p.Partial != "VacancyPanel")]);
        return await ShowAsync(
            new()
            {
                Title = $"{job.Vacancy.Title}, {job.Vacancy.Recruiter}",
                Description = $"{job.Vacancy.Pay.Words}. Closes {job.ClosesText}.",
                Canonical = site.Address(job.Path),
                JsonLd = [JobPostingJsonLd.Of(site, job.Vacancy, showsOpening: true)],
            }, ct);
    }
}
