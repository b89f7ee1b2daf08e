using Microsoft.AspNetCore.Mvc.Razor;

namespace NewsSite.Web.Themes;

/// <summary>
/// Looks for a partial or layout in the site's theme, then in the themes that it is based on, then in the folder of the feature that owns it.
/// Names are unique across features, so a theme has one flat folder of partials and one of blocks.
/// </summary>
internal sealed class ThemeViews(IReadOnlyList<string> themes, IReadOnlyList<string> featureFolders) : IViewLocationExpander
{
    private readonly string[] _places =
    [
        .. themes.SelectMany(t => new[] { $"/Themes/{t}/{{0}}.cshtml", $"/Themes/{t}/Blocks/{{0}}.cshtml" }),
        "/Blocks/{0}/{0}.cshtml",
        .. featureFolders.Select(f => $"/{f}/{{0}}.cshtml"),
    ];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // One theme for the whole site: nothing varies by request.
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) => _places;
}
