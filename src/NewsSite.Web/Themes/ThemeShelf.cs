using System.Collections.Concurrent;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Themes;

/// <summary>A theme ready for use.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Chain">The theme and those that it builds on, itself first.</param>
/// <param name="Assets">Their files.</param>
public sealed record ThemeSet(string Name, IReadOnlyList<Theme> Chain, ThemeAssets Assets)
{
    internal static ThemeSet Of(string name)
    {
        var chain = Theme.Chain(name);
        return new(name, chain, new(chain));
    }
}

/// <summary>The themes beside the program: the site's own, and the others, which previews show. Those are read when somebody first asks for them.</summary>
public sealed class ThemeShelf
{
    private readonly ConcurrentDictionary<string, ThemeSet?> _others = new(StringComparer.Ordinal);

    /// <summary>Reads the site's theme.</summary>
    /// <exception cref="StartupFault">It is missing or wrong.</exception>
    public ThemeShelf(IConfiguration settings)
    {
        Site = ThemeSet.Of(settings["Site:Theme"] ?? "Broadsheet");
        Names = [.. Directory.GetDirectories(Theme.Root).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>The theme that readers see.</summary>
    public ThemeSet Site { get; }

    /// <summary>Every theme.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A theme; null when there is none of this name, or something is wrong with it.</summary>
    public ThemeSet? Find(string? name) => name == Site.Name ? Site : name is not null && Names.Contains(name) ? _others.GetOrAdd(name, Read) : null;

    /// <summary>A file of a theme other than the site's; null when none has one at this address.</summary>
    public AssetFile? At(string path) => Names.Where(n => n != Site.Name).Select(n => Find(n)?.Assets.At(path)).FirstOrDefault(f => f is not null);

    // One that the site does not use must not stop it.
    private static ThemeSet? Read(string name)
    {
        try
        {
            return ThemeSet.Of(name);
        }
        catch (StartupFault)
        {
            return null;
        }
    }
}

/// <summary>Which theme a request is answered in.</summary>
public static class ThemeChoice
{
    extension(HttpContext http)
    {
        /// <summary>The theme that was chosen for this request; null for the site's.</summary>
        public ThemeSet? Theme
        {
            get => http.Features.Get<ThemeSet>();
            set => http.Features.Set(value);
        }
    }
}
