using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Razor;

namespace NewsSite.Web.Themes;

/// <summary>
/// Looks for a partial or layout in the request's theme, then in the themes that it is based on, then in the folder of the feature that owns it.
/// Names are unique across features, so a theme has one flat folder of partials and one of blocks.
/// </summary>
internal sealed class ThemeViews(ThemeShelf themes, IReadOnlyList<string> featureFolders) : IViewLocationExpander
{
    private const string Key = "theme";
    private readonly ConcurrentDictionary<string, string[]> _places = new(StringComparer.Ordinal);

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // What is put here is part of the key under which a found view is remembered.
        if (context.ActionContext.HttpContext.Theme is { } theme) context.Values[Key] = theme.Name;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        _places.GetOrAdd(context.Values.TryGetValue(Key, out var name) && name is not null ? name : themes.Site.Name, PlacesOf);

    private string[] PlacesOf(string theme) =>
    [
        .. themes.Find(theme)!.Chain.SelectMany(t => new[] { $"/Themes/{t.Name}/{{0}}.cshtml", $"/Themes/{t.Name}/Blocks/{{0}}.cshtml" }),
        "/Blocks/{0}/{0}.cshtml",
        .. featureFolders.Select(f => $"/{f}/{{0}}.cshtml"),
    ];
}
