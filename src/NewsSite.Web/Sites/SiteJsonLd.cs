using System.Text.Json.Nodes;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Sites;

/// <summary>Structured data about the site itself, and about the way to a page.</summary>
public static class SiteJsonLd
{
    /// <summary>For the home page: the site and who publishes it.</summary>
    public static IReadOnlyList<JsonLd> Home(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return
        [
            new(JsonLd.Thing("WebSite",
                ("name", site.Name),
                ("description", site.Tagline.Length > 0 ? site.Tagline : null),
                ("url", site.Address("/")),
                ("inLanguage", site.Culture.Name))),
            new(Publisher(site)),
        ];
    }

    /// <summary>Who publishes the site. A council's own newsroom is no news organisation.</summary>
    public static JsonObject Publisher(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return JsonLd.Thing(site.Publisher is Sites.Publisher.Council ? "Organization" : "NewsMediaOrganization", ("name", site.Name), ("url", site.Address("/")));
    }

    /// <summary>The way to a page, from the home page, which is put before it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="trail">Name and path of each step, the page itself last.</param>
    public static JsonLd Breadcrumbs(Site site, params IEnumerable<(string Name, string Path)> trail)
    {
        ArgumentNullException.ThrowIfNull(site);
        var steps = trail.Prepend((Name: site.Name, Path: "/")).Index().Select(step => JsonLd.Thing("ListItem",
            ("position", step.Index + 1),
            ("name", step.Item.Name),
            ("item", site.Address(step.Item.Path))));
        return new(JsonLd.Thing("BreadcrumbList", ("itemListElement", JsonLd.List(steps))));
    }
}
