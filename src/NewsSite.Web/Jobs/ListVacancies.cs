using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Jobs;

/// <summary>A job advertisement.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">The post's title as the recruiter gives it.</param>
/// <param name="Recruiter">Who is recruiting.</param>
/// <param name="Place">Where the work is; null when not given.</param>
/// <param name="Pay">The pay, structured and as given.</param>
/// <param name="Words">The advertisement's text as given, which may be cut.</param>
/// <param name="OpensAt">When it appeared.</param>
/// <param name="ClosesAt">When it leaves.</param>
/// <param name="ApplyAt">Where to apply; null when not given.</param>
/// <param name="Address">Its page for readers.</param>
/// <param name="Hours">The hours as the recruiter gives them; null when not given.</param>
/// <param name="Work">How the work lies in the week; null when not given.</param>
/// <param name="Reference">The recruiter's own mark for the post; null for none.</param>
/// <param name="Excerpt">The beginning of the text, at most 200 characters, which ends with a sentence or after a whole word.</param>
public sealed record VacancyEntry(
    string Slug, string Title, string Recruiter, string? Place, Pay Pay, string Words, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, string? ApplyAt, string Address,
    string? Hours, WorkPattern? Work, string? Reference, string Excerpt);

/// <summary>GET /api/v1/jobs</summary>
internal static class ListVacancies
{
    private const int LongestExcerpt = 200;

    private static readonly VacancyEntry Example = new(
        "harbour-engineer", "Harbour Engineer", "Port Council", "Port", new("£24,404 - £25,183", 24_404, 25_183, "GBP", PayPeriod.Year, null, null, "Grade 3", true),
        "Look after the sea wall.", new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(1)), new(2026, 5, 31, 23, 59, 0, TimeSpan.FromHours(1)), "https://port.example/jobs/1", "http://localhost:5080/jobs/harbour-engineer",
        "37 hours a week", WorkPattern.FullTime, "PC-114", "Look after the sea wall.");

    private static readonly ApiParameter<string?> Words = ApiParameter.Line("q", "Only those in whose title, recruiter, place, grade or text each of these words begins a word.", "engineer", 200);
    private static readonly ApiParameter<string?> Recruiter = ApiParameter.Line("recruiter", "Only those of this recruiter, by its whole name; capitals do not count.", "Port Council", 200);
    private static readonly ApiParameter<string?> Place = ApiParameter.Line("place", "Only those at this place, as the vacancies give it; capitals do not count.", "Port", 200);
    private static readonly ApiParameter<int> Least = ApiParameter.Whole("pay", "Only those of which the most that they pay in a year of full time is at least this; 0 for any. An hour counts 1,924 times, a day 260, a week 52 and a month 12 times.", 0, 10_000_000, 0);
    private static readonly ApiParameter<WorkPattern?> Work = ApiParameter.OneOf("hours", "Only those whose work lies so in the week.", WorkPattern.PartTime);
    private static readonly ApiParameter<int> Closing = ApiParameter.Whole("closing", "Only those that close within this many days; 0 for any.", 0, VacancyFilter.MostDays, 0);

    public static void MapListVacancies(this IEndpointRouteBuilder routes) => routes.MapApi("/jobs", "Jobs").MapGet("/", HandleAsync)
        .WithName("listJobs").WithSummary("Lists the vacancies that are open now")
        .WithDescription("Those that close soonest come first. A vacancy leaves the list by itself when it closes.")
        .Takes(Words, Recruiter, Place, Least, Work, Closing, Paging.PageNumber, Paging.PageSize).Shows(new PageOf<VacancyEntry>(1, 1, 20, [Example]));

    private static async Task<Results<Ok<PageOf<VacancyEntry>>, ProblemHttpResult>> HandleAsync(HttpContext http, OpenVacancies vacancies, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        var filter = new VacancyFilter
        {
            Words = query.Get(Words),
            Recruiter = query.Get(Recruiter),
            Place = query.Get(Place),
            Pay = query.Get(Least) is > 0 and var least ? least : null,
            Work = query.Get(Work),
            Closing = query.Get(Closing) is > 0 and var days ? days : null,
        };
        if (query.Problem is { } problem) return problem;
        var page = paging.Of([.. (await vacancies.FoundAsync(filter, http.PageTags(), ct)).Select(v => EntryOf(v.Vacancy, site))]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static VacancyEntry EntryOf(Vacancy vacancy, Site site) => new(
        vacancy.Slug, vacancy.Title, vacancy.Recruiter, vacancy.Place, vacancy.Pay, vacancy.Words, site.Local(vacancy.OpensAt), site.Local(vacancy.ClosesAt),
        vacancy.ApplyAt, site.Address($"/jobs/{vacancy.Slug}"),
        vacancy.Hours, vacancy.Work, vacancy.Reference, Core.Content.Excerpt.OfCut(vacancy.Words, LongestExcerpt));
}
