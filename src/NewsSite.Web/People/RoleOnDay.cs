using NewsSite.Core.Fields;

namespace NewsSite.Web.People;

/// <summary>The role of a person on a day, as far as the register knows.</summary>
/// <param name="Title">The role.</param>
/// <param name="AsOf">Null when the register knows that it was held that day; otherwise the earlier day on which it is known to have been held.</param>
public sealed record RoleOnDay(string Title, PartialDate? AsOf)
{
    /// <summary>The role of a person on a day; null when the register knows none that could be right.</summary>
    public static RoleOnDay? Of(Person person, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(person);
        var held = person.Roles.Where(r => IsHeld(r, day)).OrderByDescending(r => r.AsOf is { } asOf && Covers(asOf, day)).ThenByDescending(r => r.From).FirstOrDefault();
        if (held is not null) return new(held.Title, null);
        return person.Roles.Where(r => r.To is null && r.AsOf?.First <= day).OrderByDescending(r => r.AsOf).Select(r => new RoleOnDay(r.Title, r.AsOf)).FirstOrDefault()
            ?? person.Roles.Where(r => r is { From: null, To: null, AsOf: null }).Select(r => new RoleOnDay(r.Title, null)).FirstOrDefault();
    }

    private static bool IsHeld(DatedRole role, DateOnly day)
    {
        if (role.AsOf is { } asOf && Covers(asOf, day)) return true;
        if (role.To is { } to && Last(to) < day) return false;
        if (role.From is { } from) return from.First <= day;
        return role.To is not null && role.AsOf?.First <= day; // held before that day and after it
    }

    private static bool Covers(PartialDate date, DateOnly day) => date.First <= day && day <= Last(date);

    private static DateOnly Last(PartialDate date) => date.Parts switch { 1 => date.First.AddYears(1).AddDays(-1), 2 => date.First.AddMonths(1).AddDays(-1), _ => date.First };
}
