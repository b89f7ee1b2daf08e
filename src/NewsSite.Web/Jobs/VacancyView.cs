using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs;

/// <summary>A vacancy as pages show it.</summary>
/// <param name="Vacancy">The vacancy.</param>
/// <param name="Closes">When it closes, in the site's time.</param>
/// <param name="ClosesText">The closing day and time as readers see it.</param>
/// <param name="Opened">The day on which it appeared here, in the site's time.</param>
/// <param name="OpenedText">That day as readers see it.</param>
public sealed record VacancyView(Vacancy Vacancy, DateTimeOffset Closes, string ClosesText, DateOnly Opened, string OpenedText)
{
    /// <summary>Makes it for a site's time and language.</summary>
    public static VacancyView Of(Vacancy vacancy, Site site)
    {
        ArgumentNullException.ThrowIfNull(vacancy);
        ArgumentNullException.ThrowIfNull(site);
        var closes = site.Local(vacancy.ClosesAt);
        // A closing time of midnight means the end of the day before, as advertisements say it.
        var text = closes.TimeOfDay == TimeSpan.Zero ? closes.AddDays(-1).ToString("d MMMM yyyy", site.Culture) : closes.ToString("d MMMM yyyy, H:mm", site.Culture);
        var opened = site.Day(vacancy.OpensAt);
        return new(vacancy, closes, text, opened, opened.ToString("d MMMM yyyy", site.Culture));
    }

    /// <summary>The hours as readers see them: the recruiter's words, or the pattern's name; null when neither is given.</summary>
    public string? HoursText => Vacancy switch
    {
        { Hours: { } hours, Work: { } work } when !hours.Contains(WorkWords.Of(work), StringComparison.OrdinalIgnoreCase) => $"{hours}, {WorkWords.Of(work).ToLowerInvariant()}",
        { Hours: { } hours } => hours,
        { Work: { } work } => WorkWords.Of(work),
        _ => null,
    };

    /// <summary>Where it is.</summary>
    public string Path => $"/jobs/{Vacancy.Slug}";
}

/// <summary>A few vacancies beside something else.</summary>
/// <param name="Vacancies">Soonest to close first.</param>
/// <param name="Heading">The panel's heading.</param>
/// <param name="Total">How many are open altogether.</param>
public sealed record VacancyPanel(IReadOnlyList<VacancyView> Vacancies, string Heading, int Total);
