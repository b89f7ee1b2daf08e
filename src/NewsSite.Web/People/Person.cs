using NewsSite.Core.Fields;

namespace NewsSite.Web.People;

/// <summary>Somebody whom articles name or quote, with the roles they held and when.</summary>
public sealed class Person
{
    /// <summary>Their name in addresses, and their key.</summary>
    public required string Slug { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence about them; null for none.</summary>
    public string? Summary { get; init; }

    /// <summary>Names under which articles mention them, misspellings included.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Roles, latest first.</summary>
    public IReadOnlyList<DatedRole> Roles { get; init; } = [];
}

/// <summary>A role that a person held.</summary>
/// <param name="Title">The role, such as "leader of Somerset County Council".</param>
/// <param name="Organisation">Slug of the organisation; null when it is in none of the register.</param>
/// <param name="From">The first day known; null when not known.</param>
/// <param name="To">The last day known; null when it is still held or not known.</param>
/// <param name="AsOf">A day on which the role is known to have been held; null when <paramref name="From"/> says enough.</param>
/// <param name="Source">Where this is known from, such as an article's slug; null for none.</param>
public sealed record DatedRole(string Title, string? Organisation, PartialDate? From, PartialDate? To, PartialDate? AsOf, string? Source);

/// <summary>A council, an inspectorate, a company: what people hold roles in.</summary>
public sealed class Organisation
{
    /// <summary>Its name in addresses, and its key.</summary>
    public required string Slug { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, such as "County council"; null for none.</summary>
    public string? Kind { get; init; }

    /// <summary>Its web site; null for none.</summary>
    public string? Address { get; init; }
}
