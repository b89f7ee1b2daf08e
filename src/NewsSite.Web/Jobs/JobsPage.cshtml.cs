using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

/// <summary>A page of the open vacancies.</summary>
/// <param name="Vacancies">Soonest to close first.</param>
/// <param name="Total">How many are open altogether.</param>
/// <param name="Pages">Which page it is, of how many.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record VacanciesView(IReadOnlyList<VacancyView> Vacancies, int Total, PagesView Pages, IReadOnlyList<SlotPart> Rail);

/// <summary>The open vacancies.</summary>
public sealed class JobsPage(OpenVacancies vacancies, Site site, Slots slots, PageFrames frames) : ReaderPage(frames)
{
    private const int PageSize = 20;

    /// <summary>What the partial shows.</summary>
    public VacanciesView View { get; private set; } = null!;

    /// <summary>Shows the vacancies.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var open = await vacancies.AllAsync(Tags, ct);
        var pages = Math.Max(1, (open.Count + PageSize - 1) / PageSize);
        if (PageNumber is not { } number || number > pages) return NotFound();
        var rail = await slots.FillAsync(SlotName.Rail, null, Tags, ct);
        View = new(
            [.. open.Skip((number - 1) * PageSize).Take(PageSize)], open.Count, new(number, pages, "/jobs", "Closing sooner", "Closing later"),
            [.. rail.Where(p => p.Partial != "VacancyPanel")]);
        return await ShowAsync(
            new() { Title = "Vacancies", Description = "Posts with local authorities, soonest to close first.", Canonical = site.Address(View.Pages.PathOf(number)), Previous = View.Pages.Previous, Next = View.Pages.Next }, ct);
    }
}
