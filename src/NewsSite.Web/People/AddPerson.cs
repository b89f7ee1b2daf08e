using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.People;

/// <summary>Somebody to be added to the register.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Role">The role they hold; null for none.</param>
/// <param name="Organisation">In which organisation: its slug or its name, one that the register lacks is added; null for none.</param>
/// <param name="From">The first day in that role, as far as it is known; null when it is not.</param>
/// <param name="Another">Add them although there is somebody of that name.</param>
internal sealed record PersonRequest(string? Name, string? Role, string? Organisation, string? From, bool Another = false);

/// <summary>POST /newsroom/api/people</summary>
internal static class AddPerson
{
    private const int LongestName = 120, LongestRole = 200;

    public static void MapAddPerson(this IEndpointRouteBuilder people) => people.MapPost("/", HandleAsync);

    private static async Task<Results<Created<PersonChoice>, ProblemHttpResult>> HandleAsync(PersonRequest request, NewsDb db, PersonList people, PersonRecords register, OrganisationRecords organisations, RecordDesk desk, ChangeFeed changes, TimeProvider clock, CancellationToken ct)
    {
        var (name, role, organisation) = (Plain.Line(request.Name), Plain.Line(request.Role), Plain.Line(request.Organisation));
        PartialDate? from = PartialDate.TryParse(request.From, out var parsed) ? parsed : null;
        if (FaultOf(name, role, organisation, request.From, from) is { } fault) return Refuse(fault);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var namesakes = (await people.AllAsync(ct)).Where(p => WordQuery.AreSame(p.Name, name!) || p.OtherNames.Any(other => WordQuery.AreSame(other, name!))).ToList();
        if (namesakes.Count > 0 && !request.Another)
            return TypedResults.Problem(
                $"There is somebody called {name} already. Choose them, or add another person of that name.", statusCode: StatusCodes.Status422UnprocessableEntity,
                extensions: new Dictionary<string, object?> { ["existing"] = namesakes.Select(p => PersonChoice.Of(p, today)).ToList() });

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var tags = new List<string> { "people" };
        await db.LockRegistersAsync(ct);
        var inside = organisation is null ? null : await OrganisationAsync(db, organisation, organisations, desk, tags, ct);
        var person = new Person
        {
            Slug = await FreeSlug.OfAsync(db.People.Select(p => p.Slug), name!, "person", ct),
            Name = name!,
            Roles = role is null ? [] : [new(role, inside, from, null, from is null ? DayOf(today) : null, null)],
        };
        db.Add(person);
        await desk.NoteAddedAsync(register, person.Slug, person.Name, ct);
        await db.AnnounceAsync([.. tags, $"person:{person.Slug}"], clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        await changes.CatchUpAsync(ct);
        return TypedResults.Created($"/people/{person.Slug}", PersonChoice.Of(person, today));
    }

    private static string? FaultOf(string? name, string? role, string? organisation, string? given, PartialDate? from) =>
        name is null ? "Write the person’s name."
        : name.Length > LongestName ? $"The name has {name.Length} characters; {LongestName} is the most."
        : role?.Length > LongestRole ? $"The role has {role.Length} characters; {LongestRole} is the most."
        : organisation?.Length > LongestName ? $"The organisation’s name has {organisation.Length} characters; {LongestName} is the most."
        : (organisation, role) is (not null, null) ? "Write the role that the person holds there."
        : !string.IsNullOrWhiteSpace(given) && from is null ? $"“{given}” is no date; expected one such as 2015, 2017-11 or 2022-09-21."
        : null;

    private static async Task<string> OrganisationAsync(NewsDb db, string wanted, OrganisationRecords register, RecordDesk desk, List<string> tags, CancellationToken ct)
    {
        var known = await db.Organisations.AsNoTracking().Select(o => new { o.Slug, o.Name }).ToListAsync(ct);
        if ((known.Find(o => o.Slug == wanted) ?? known.Find(o => WordQuery.AreSame(o.Name, wanted))) is { } found) return found.Slug;
        var organisation = new Organisation { Slug = await FreeSlug.OfAsync(db.Organisations.Select(o => o.Slug), wanted, "organisation", ct), Name = wanted };
        db.Add(organisation);
        await desk.NoteAddedAsync(register, organisation.Slug, organisation.Name, ct);
        tags.AddRange(["organisations", $"organisation:{organisation.Slug}"]);
        return organisation.Slug;
    }

    private static PartialDate? DayOf(DateOnly day) => PartialDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date) ? date : null;

    private static ProblemHttpResult Refuse(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity);
}
