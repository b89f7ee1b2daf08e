using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Themes;

/// <summary>The files of the theme's <c>assets/</c> folders, its own before those of the themes it builds on, under addresses that change with their content.</summary>
public sealed partial class ThemeAssets
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".webp"] = "image/webp",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Dictionary<string, ThemeAsset> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ThemeAsset> _byPath = new(StringComparer.Ordinal);

    /// <summary>Fonts that pages ask for before the style sheet is read.</summary>
    public IReadOnlyList<ThemeAsset> Preloads { get; }

    /// <summary>Colours for the browser's own frame; null when no theme names any.</summary>
    public ThemeColours? Colours { get; }

    /// <summary>Reads the files. Style sheets come last, because they name the others.</summary>
    /// <exception cref="Hosting.StartupFault">A theme's <c>preload</c> names a file that is not there.</exception>
    public ThemeAssets(IReadOnlyList<Theme> chain)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in chain.Select(t => Path.Combine(t.Folder, "assets")).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                files.TryAdd(Path.GetRelativePath(folder, file).Replace('\\', '/'), file);
        foreach (var (name, file) in files.OrderBy(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).ThenBy(f => f.Key, StringComparer.Ordinal))
            if (ContentTypes.TryGetValue(Path.GetExtension(name), out var type)) Add(name, type, File.ReadAllBytes(file));
        Colours = chain.Select(t => t.Colours).FirstOrDefault(c => c is not null);
        Preloads = [.. (chain.Select(t => t.Preload).FirstOrDefault(p => p is not null) ?? []).Select(Preloaded)];
    }

    /// <summary>The address of a file, such as <c>site.css</c>; null when no theme has it.</summary>
    public string? Find(string name) => _byName.GetValueOrDefault(name)?.Path;

    /// <summary>The file behind an address; null when there is none.</summary>
    public ThemeAsset? At(string path) => _byPath.GetValueOrDefault(path);

    private ThemeAsset Preloaded(string name) =>
        _byName.GetValueOrDefault(name) ?? throw new Hosting.StartupFault($"theme.json: preload names “{name}”, which is in no assets folder of the theme.");

    private void Add(string name, string type, byte[] content)
    {
        if (name.EndsWith(".css", StringComparison.Ordinal)) content = Encoding.UTF8.GetBytes(Urls().Replace(Encoding.UTF8.GetString(content), m => AddressIn(name, m)));
        var dot = name.LastIndexOf('.');
        var asset = new ThemeAsset($"/assets/{name[..dot]}.{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}{name[dot..]}", type, content);
        _byName.Add(name, asset);
        _byPath.Add(asset.Path, asset);
    }

    private string AddressIn(string sheet, Match url)
    {
        var folder = sheet.Contains('/', StringComparison.Ordinal) ? sheet[..(sheet.LastIndexOf('/') + 1)] : "";
        return Find(folder + url.Groups[1].Value) is { } path ? $"url(\"{path}\")" : url.Value;
    }

    [GeneratedRegex("""url\(["']?([^"')]+)["']?\)""")]
    private static partial Regex Urls();
}

/// <summary>A file of a theme.</summary>
/// <param name="Path">Its address, which changes with its content.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ThemeAsset(string Path, string ContentType, byte[] Content);
