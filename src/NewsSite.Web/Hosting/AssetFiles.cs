using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Hosting;

/// <summary>Style sheets, scripts, fonts and pictures under addresses that change with their content, so that browsers may keep them for ever.</summary>
public abstract partial class AssetFiles
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

    private readonly Dictionary<string, AssetFile> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AssetFile> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _parts = new(StringComparer.Ordinal);
    private readonly string _prefix;

    /// <summary>Reads the files. A script comes after those that it imports, and style sheets come last, because they name the others.</summary>
    /// <param name="prefix">The path that addresses begin with, ending in a slash.</param>
    /// <param name="folders">Where the files are; of two with one name, the one in the earlier folder counts.</param>
    /// <exception cref="StartupFault">A script imports one that is not there, or imports below other code, or scripts import each other in a circle.</exception>
    protected AssetFiles(string prefix, IEnumerable<string> folders)
    {
        _prefix = prefix;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders.Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                files.TryAdd(Path.GetRelativePath(folder, file).Replace('\\', '/'), file);
        foreach (var (name, file) in files.OrderBy(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).ThenBy(f => f.Key, StringComparer.Ordinal))
            if (name.EndsWith(".js", StringComparison.Ordinal)) AddScript(name, files, []);
            else if (ContentTypes.TryGetValue(Path.GetExtension(name), out var type)) Add(name, type, File.ReadAllBytes(file));
    }

    /// <summary>The address of a file, such as <c>site.css</c>; null when there is none of this name.</summary>
    public string? Find(string name) => _byName.GetValueOrDefault(name)?.Path;

    /// <summary>The addresses of all that a script imports, and of what those import, so that a page can ask for them at once; none when there is no such script.</summary>
    public IReadOnlyList<string> PartsOf(string script) => _parts.GetValueOrDefault(script) ?? [];

    /// <summary>The file behind an address; null when there is none.</summary>
    public AssetFile? At(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The file of this name; null when there is none.</summary>
    protected AssetFile? Named(string name) => _byName.GetValueOrDefault(name);

    private void AddScript(string name, Dictionary<string, string> files, IReadOnlyList<string> above)
    {
        if (_byName.ContainsKey(name)) return;
        var content = File.ReadAllBytes(files[name]);
        var script = Encoding.UTF8.GetString(content);
        var imports = ScriptImports.In(script);
        var parts = new List<string>();
        var served = ScriptImports.Replace(script, imports, import =>
        {
            var imported = ImportedBy(name, import, files, above);
            AddScript(imported, files, [.. above, name]);
            parts.AddRange([Find(imported)!, .. PartsOf(imported)]);
            return Find(imported)!;
        });
        Add(name, ContentTypes[".js"], imports.Count == 0 ? content : Encoding.UTF8.GetBytes(served));
        _parts.Add(name, [.. parts.Distinct(StringComparer.Ordinal)]);
    }

    private static string ImportedBy(string name, ScriptImport import, Dictionary<string, string> files, IReadOnlyList<string> above)
    {
        List<string> chain = [.. above, name];
        var what = $"{files[name]} imports “{import.Specifier}”";
        if (!import.IsAtHead) throw new StartupFault($"{what} below other code; imports stand at the head of a script.");
        if (import.From(name) is not { } imported || !files.ContainsKey(imported) || !imported.EndsWith(".js", StringComparison.Ordinal)) throw new StartupFault($"{what}, and there is no such script.");
        if (chain.IndexOf(imported) is >= 0 and var first) throw new StartupFault($"{what}, but scripts must not import each other in a circle: {string.Join(" → ", [.. chain[first..], imported])}.");
        return imported;
    }

    private void Add(string name, string type, byte[] content)
    {
        if (name.EndsWith(".css", StringComparison.Ordinal)) content = Encoding.UTF8.GetBytes(Urls().Replace(WithoutComments(Encoding.UTF8.GetString(content)), m => AddressIn(name, m)));
        var dot = name.LastIndexOf('.');
        var asset = new AssetFile($"{_prefix}{name[..dot]}.{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}{name[dot..]}", type, content);
        _byName.Add(name, asset);
        _byPath.Add(asset.Path, asset);
    }

    // They are for those who make themes, and an eighth of what readers would load. Those that begin with an exclamation mark are licences, and stay.
    private static string WithoutComments(string sheet) => Comments().Replace(sheet, m => m.Value.StartsWith("/*", StringComparison.Ordinal) ? "" : m.Value);

    private string AddressIn(string sheet, Match url)
    {
        var folder = sheet.Contains('/', StringComparison.Ordinal) ? sheet[..(sheet.LastIndexOf('/') + 1)] : "";
        return Find(folder + url.Groups[1].Value) is { } path ? $"url(\"{path}\")" : url.Value;
    }

    // Strings are matched too, so that what looks like a comment in them is left alone.
    [GeneratedRegex("""/\*(?!!)[\s\S]*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")]
    private static partial Regex Comments();

    [GeneratedRegex("""url\(["']?([^"')]+)["']?\)""")]
    private static partial Regex Urls();
}

/// <summary>A file that browsers may keep for ever.</summary>
/// <param name="Path">Its address, which changes with its content.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AssetFile(string Path, string ContentType, byte[] Content);
