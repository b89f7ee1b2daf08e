using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Core.Fields;
using NewsSite.Web.Data;

namespace NewsSite.Web.People;

/// <summary>Somebody of the register, for a picker.</summary>
/// <param name="Slug">Their slug.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Role">The role they held that day; null when the register knows none.</param>
/// <param name="RoleAsOf">Null when the register knows that it was held that day; otherwise the last day on which it is known to have been: ask before it is printed.</param>
/// <param name="Summary">A sentence about them; null for none.</param>
internal sealed record PersonChoice(string Slug, string Name, string? Role, PartialDate? RoleAsOf, string? Summary)
{
    public static PersonChoice Of(Person person, DateOnly day)
    {
        var role = RoleOnDay.Of(person, day);
        return new(person.Slug, person.Name, role?.Title, role?.AsOf, person.Summary);
    }
}

/// <summary>People to choose from.</summary>
internal sealed record PersonChoices(IReadOnlyList<PersonChoice> Items);

/// <summary>GET /newsroom/api/people?q=&amp;on=</summary>
internal static class FindPeople
{
    private const int Most = 20;

    public static void MapFindPeople(this IEndpointRouteBuilder people) => people.MapGet("/", HandleAsync);

    private static async Task<Results<Ok<PersonChoices>, ProblemHttpResult>> HandleAsync(string? q, string? on, PersonList people, TimeProvider clock, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (!string.IsNullOrEmpty(on) && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return TypedResults.Problem($"“on” is “{on}”; expected a day such as 2022-09-21.", statusCode: StatusCodes.Status400BadRequest);
        var query = new WordQuery(q);
        return TypedResults.Ok(new PersonChoices(
        [
            .. (await people.AllAsync(ct)).Where(p => query.Finds([p.Name, .. p.OtherNames])).OrderByDescending(p => query.Begins(p.Name)).Take(Most).Select(p => PersonChoice.Of(p, day)),
        ]));
    }
}
