using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

/// <summary>A page of the open vacancies.</summary>
/// <param name="Vacancies">Soonest to close first.</param>
/// <param name="Total">How many are found.</param>
/// <param name="Pages">Which page it is, of how many.</param>
/// <param name="Rail">What other features put beside it.</param>
public sealed record VacanciesView(IReadOnlyList<VacancyView> Vacancies, int Total, PagesView Pages, IReadOnlyList<SlotPart> Rail)
{
    /// <summary>What is asked for.</summary>
    public required VacancyFilter Filter { get; init; }

    /// <summary>The filters, with what each choice leaves.</summary>
    public required IReadOnlyList<VacancyFacet> Facets { get; init; }

    /// <summary>How many are open altogether.</summary>
    public required int Open { get; init; }
}

/// <summary>The open vacancies, all of them or those that a filter takes.</summary>
public sealed class JobsPage(OpenVacancies vacancies, Site site, Slots slots, TimeProvider clock, PageFrames frames) : ReaderPage(frames)
{
    private const int PageSize = 20;

    /// <summary>The feeds of the vacancies.</summary>
    internal static IReadOnlyList<FeedLink> Feeds { get; } = FeedLink.Of("Vacancies", "/jobs");

    /// <summary>What the partial shows.</summary>
    public VacanciesView View { get; private set; } = null!;

    /// <summary>Shows the vacancies.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var filter = VacancyFilter.Of(Request.Query);
        var open = await vacancies.AllAsync(Tags, ct);
        var found = vacancies.Found(open, filter, Tags);
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        if (PageNumber is not { } number || number > pages) return NotFound();
        var rail = await slots.FillAsync(SlotName.Rail, null, Tags, ct);
        var all = open.Select(v => v.Vacancy).ToList();
        var choices = VacancyChoices.Of(all, filter, clock.GetUtcNow(), site.Culture);
        View = new(
            [.. found.Skip((number - 1) * PageSize).Take(PageSize)], found.Count, new(number, pages, "/jobs" + filter.Query(), "Closing sooner", "Closing later"),
            [.. rail.Where(p => p.Partial != "VacancyPanel")])
        {
            Filter = filter,
            Facets = choices,
            Open = open.Count,
        };
        return await ShowAsync(
            new()
            {
                Title = "Vacancies",
                Description = "Posts with local authorities, soonest to close first.",
                Canonical = site.Address(View.Pages.PathOf(number)),
                Previous = View.Pages.Previous,
                Next = View.Pages.Next,
                Feeds = Feeds,
                NoIndex = !filter.IsEmpty,
            }, ct);
    }
}
