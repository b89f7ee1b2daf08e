using System.Text.Json.Nodes;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.People;

/// <summary>Structured data for the page of a person whom articles name.</summary>
public static class PersonJsonLd
{
    /// <summary>The person, with the roles and the dates that the register knows. No role is called the present one: the register may not know its end.</summary>
    /// <param name="site">The site.</param>
    /// <param name="person">The person.</param>
    /// <param name="organisation">The name of an organisation by its slug; null for one that the page does not name.</param>
    public static JsonLd Of(Site site, Person person, Func<string, string?> organisation)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(organisation);
        var roles = person.Roles.Select(role => (Role: role, In: role.Organisation is { } slug ? organisation(slug) : null)).ToList();
        return new(JsonLd.Thing("Person",
            ("name", person.Name),
            ("url", site.Address($"/people/{person.Slug}")),
            ("description", person.Summary),
            ("memberOf", JsonLd.List(roles.Where(r => r.In is not null).Select(r => Membership(r.Role, r.In!)))),
            ("hasOccupation", JsonLd.List(roles.Where(r => r.In is null).Select(r => Occupation(r.Role))))));
    }

    // schema.org puts dates on a property by a role that repeats the property: memberOf → OrganizationRole → memberOf.
    private static JsonObject Membership(DatedRole role, string organisation) => JsonLd.Thing("OrganizationRole",
        ("roleName", role.Title),
        ("startDate", role.From?.ToString()),
        ("endDate", role.To?.ToString()),
        ("memberOf", JsonLd.Thing("Organization", ("name", organisation))));

    private static JsonObject Occupation(DatedRole role) => JsonLd.Thing("Role",
        ("startDate", role.From?.ToString()),
        ("endDate", role.To?.ToString()),
        ("hasOccupation", JsonLd.Thing("Occupation", ("name", role.Title))));
}
