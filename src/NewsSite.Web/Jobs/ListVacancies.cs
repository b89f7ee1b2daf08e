using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
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
public sealed record VacancyEntry(
    string Slug, string Title, string Recruiter, string? Place, Pay Pay, string Words, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, string? ApplyAt, string Address);

/// <summary>GET /api/v1/jobs</summary>
internal static class ListVacancies
{
    private static readonly VacancyEntry Example = new(
        "harbour-engineer", "Harbour Engineer", "Port Council", "Port", new("£24,404 - £25,183", 24_404, 25_183, "GBP", PayPeriod.Year, null, null, "Grade 3", true),
        "Look after the sea wall.", new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(1)), new(2026, 5, 31, 23, 59, 0, TimeSpan.FromHours(1)), "https://port.example/jobs/1", "http://localhost:5080/jobs/harbour-engineer");

    public static void MapListVacancies(this IEndpointRouteBuilder routes) => routes.MapApi("/jobs", "Jobs").MapGet("/", HandleAsync)
        .WithName("listJobs").WithSummary("Lists the vacancies that are open now")
        .WithDescription("Those that close soonest come first. A vacancy leaves the list by itself when it closes.")
        .Takes(Paging.PageNumber, Paging.PageSize).Shows(new PageOf<VacancyEntry>(1, 1, 20, [Example]));

    private static async Task<Results<Ok<PageOf<VacancyEntry>>, ProblemHttpResult>> HandleAsync(HttpContext http, NewsDb db, Site site, PageLinks links, TimeProvider clock, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        if (query.Problem is { } problem) return problem;
        var now = clock.GetUtcNow();
        var unclosed = await db.Vacancies.AsNoTracking().Where(v => v.ClosesAt > now).OrderBy(v => v.ClosesAt).ThenBy(v => v.Slug).ToListAsync(ct);
        var tags = http.PageTags().Add("vacancies");
        foreach (var vacancy in unclosed) tags.ChangesAt(vacancy.OpensAt).ChangesAt(vacancy.ClosesAt);
        var page = paging.Of([.. unclosed.Where(v => v.OpensAt <= now).Select(v => EntryOf(v, site))]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static VacancyEntry EntryOf(Vacancy vacancy, Site site) => new(
        vacancy.Slug, vacancy.Title, vacancy.Recruiter, vacancy.Place, vacancy.Pay, vacancy.Words, site.Local(vacancy.OpensAt), site.Local(vacancy.ClosesAt),
        vacancy.ApplyAt, site.Address($"/jobs/{vacancy.Slug}"));
}
