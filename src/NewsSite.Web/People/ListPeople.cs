using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Fields;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.People;

/// <summary>Somebody whom articles name or quote.</summary>
/// <param name="Slug">Their name in addresses.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Summary">A sentence about them; null for none.</param>
/// <param name="OtherNames">Names under which articles mention them, misspellings included.</param>
/// <param name="Roles">The roles they held, latest first.</param>
/// <param name="Address">Their page for readers.</param>
/// <param name="Statements">Where what they said is listed.</param>
public sealed record PersonEntry(
    string Slug, string Name, string? Summary, IReadOnlyList<string> OtherNames, IReadOnlyList<RoleEntry> Roles, string Address, string Statements);

/// <summary>A role that a person held.</summary>
/// <param name="Title">The role.</param>
/// <param name="Organisation">In which organisation; null when it is in none of the register.</param>
/// <param name="From">The first day known, as yyyy, yyyy-MM or yyyy-MM-dd; null when not known.</param>
/// <param name="To">The last day known, in the same form; null when the role is still held or this is not known.</param>
/// <param name="AsOf">A day on which the role is known to have been held, in the same form; null when not needed.</param>
public sealed record RoleEntry(string Title, OrganisationEntry? Organisation, PartialDate? From, PartialDate? To, PartialDate? AsOf);

/// <summary>A council, an inspectorate, a company.</summary>
/// <param name="Slug">Its name in the register.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Kind">What it is; null when not given.</param>
/// <param name="Website">Its web site; null for none.</param>
public sealed record OrganisationEntry(string Slug, string Name, string? Kind, string? Website);

/// <summary>GET /api/v1/people</summary>
internal static class ListPeople
{
    private static readonly PersonEntry Example = new(
        "morwenna-sands", "Morwenna Sands", "Harbour master.", ["M. Sands"],
        [new("harbour master", new("port-council", "Port Council", "Town council", "https://port.example"), Year("2021"), null, null)],
        "http://localhost:5080/people/morwenna-sands", "http://localhost:5080/api/v1/people/morwenna-sands/statements");

    public static void MapListPeople(this IEndpointRouteBuilder routes) => routes.MapApi("/people", "People").MapGet("/", HandleAsync)
        .WithName("listPeople").WithSummary("Lists the people whom articles name or quote")
        .WithDescription("In the order of their slugs, each with the roles they held and when.")
        .Takes(Paging.PageNumber, Paging.PageSize).Shows(new PageOf<PersonEntry>(1, 1, 20, [Example]));

    private static async Task<Results<Ok<PageOf<PersonEntry>>, ProblemHttpResult>> HandleAsync(HttpContext http, NewsDb db, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        if (query.Problem is { } problem) return problem;
        http.PageTags().Add("people", "organisations");
        var total = await db.People.CountAsync(ct);
        var people = paging.Before >= total ? [] : await db.People.AsNoTracking().OrderBy(p => p.Slug).Skip((int)paging.Before).Take(paging.Size).ToListAsync(ct);
        string[] named = [.. people.SelectMany(p => p.Roles).Select(r => r.Organisation).OfType<string>().Distinct()];
        var organisations = named.Length == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => named.Contains(o.Slug)).ToDictionaryAsync(o => o.Slug, ct);
        var page = new PageOf<PersonEntry>(total, paging.Page, paging.Size, [.. people.Select(p => EntryOf(p, organisations, site))]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static PersonEntry EntryOf(Person person, Dictionary<string, Organisation> organisations, Site site) => new(
        person.Slug, person.Name, person.Summary, person.OtherNames,
        [
            .. from role in person.Roles
               let organisation = role.Organisation is { } slug ? organisations.GetValueOrDefault(slug) : null
               select new RoleEntry(
                   role.Title, organisation is null ? null : new(organisation.Slug, organisation.Name, organisation.Kind, organisation.Address), role.From, role.To, role.AsOf),
        ],
        site.Address($"/people/{person.Slug}"), site.Address($"/api/v1/people/{person.Slug}/statements"));

    private static PartialDate? Year(string text) => PartialDate.TryParse(text, out var date) ? date : null;
}
