using System.Text.Json;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Themes;

/// <summary>A theme: a folder below <c>themes/</c> beside the program, with an optional <c>theme.json</c>.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Folder">The folder, absolute.</param>
/// <param name="Base">The theme that it builds on; null for none.</param>
public sealed record Theme(string Name, string Folder, string? Base)
{
    /// <summary>Colours for the browser's own frame; null when the base theme's serve.</summary>
    public ThemeColours? Colours { get; private init; }

    /// <summary>Names of the fonts that pages ask for before the style sheet is read; null when the base theme's serve.</summary>
    public IReadOnlyList<string>? Preload { get; private init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Where the themes are.</summary>
    public static string Root => Path.Combine(AppContext.BaseDirectory, "themes");

    /// <summary>The theme and those that it builds on, itself first.</summary>
    /// <exception cref="StartupFault">A theme is missing, or its <c>theme.json</c> is wrong, or themes build on each other in a circle.</exception>
    public static IReadOnlyList<Theme> Chain(string name)
    {
        var chain = new List<Theme>();
        for (var next = name; next is not null; next = chain[^1].Base)
        {
            if (chain.Exists(t => t.Name == next)) throw new StartupFault($"The themes {string.Join(" → ", chain.Select(t => t.Name))} → {next} build on each other in a circle.");
            chain.Add(Read(next));
        }
        return chain;
    }

    private static Theme Read(string name)
    {
        var folder = Path.Combine(Root, name);
        var known = Directory.Exists(Root) ? Directory.GetDirectories(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList() : [];
        if (!known.Contains(name)) throw new StartupFault($"Site:Theme is “{name}”; expected one of {string.Join(", ", known)}.");
        var file = Path.Combine(folder, "theme.json");
        if (!File.Exists(file)) return new(name, folder, null);
        try
        {
            var settings = JsonSerializer.Deserialize<Settings>(File.ReadAllBytes(file), Json);
            return new(name, folder, settings?.Base) { Colours = settings?.Colours, Preload = settings?.Preload };
        }
        catch (JsonException e)
        {
            throw new StartupFault($"themes/{name}/theme.json is wrong: {e.Message}");
        }
    }

    private sealed record Settings(string? Base, string? Description, ThemeColours? Colours, IReadOnlyList<string>? Preload);
}

/// <summary>Colours that browsers may give their own frame around a page.</summary>
/// <param name="Light">A CSS colour for readers who prefer light.</param>
/// <param name="Dark">A CSS colour for readers who prefer dark.</param>
public sealed record ThemeColours(string Light, string Dark);
