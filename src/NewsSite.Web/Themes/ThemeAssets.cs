using NewsSite.Web.Hosting;

namespace NewsSite.Web.Themes;

/// <summary>The files of the theme's <c>assets/</c> folders, its own before those of the themes it builds on.</summary>
public sealed class ThemeAssets : AssetFiles
{
    /// <summary>Reads the files.</summary>
    /// <exception cref="StartupFault">A theme's <c>preload</c> names a file that is not there.</exception>
    public ThemeAssets(IReadOnlyList<Theme> chain)
        : base("/assets/", chain.Select(t => Path.Combine(t.Folder, "assets")))
    {
        Colours = chain.Select(t => t.Colours).FirstOrDefault(c => c is not null);
        Preloads = [.. (chain.Select(t => t.Preload).FirstOrDefault(p => p is not null) ?? []).Select(Preloaded)];
    }

    /// <summary>Fonts that pages ask for before the style sheet is read.</summary>
    public IReadOnlyList<AssetFile> Preloads { get; }

    /// <summary>The site's icon, <c>favicon.ico</c>; null when no theme has one.</summary>
    public AssetFile? Icon => Named("favicon.ico");

    /// <summary>Colours for the browser's own frame; null when no theme names any.</summary>
    public ThemeColours? Colours { get; }

    private AssetFile Preloaded(string name) =>
        Named(name) ?? throw new StartupFault($"theme.json: preload names “{name}”, which is in no assets folder of the theme.");
}
