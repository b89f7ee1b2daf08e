using NewsSite.Web.Sites;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Authors;

/// <summary>Structured data for an author's page.</summary>
public static class AuthorJsonLd
{
    /// <summary>The author: a person, or for a desk an organisation.</summary>
    /// <param name="site">The site.</param>
    /// <param name="author">The author.</param>
    /// <param name="profile">The profile as plain words; null when the page shows none.</param>
    public static JsonLd Of(Site site, Author author, string? profile = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(author);
        return new(JsonLd.Thing(author.IsDesk ? "Organization" : "Person",
            ("name", author.Name),
            ("url", site.Address($"/authors/{author.Slug}")),
            ("jobTitle", author.IsDesk ? null : author.JobTitle),
            ("description", profile)));
    }
}
