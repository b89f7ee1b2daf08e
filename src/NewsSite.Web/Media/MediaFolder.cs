using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>
/// The files of the library below <c>&lt;data directory&gt;/media/</c>, by the hash of the original: <c>originals/ab/abcd…</c> as they came,
/// <c>plain/ab/abcd…</c> without metadata, <c>renditions/ab/abcd…/640.webp</c>. Only the originals cannot be made again. Whatever is there is whole: files are written
/// beside and then moved.
/// </summary>
internal sealed class MediaFolder(DataPlace place)
{
    private readonly string _root = Path.Combine(place.Directory, "media");

    /// <summary>Where an original is: never served, it may say who took it and where.</summary>
    public string Original(string hash) => Path.Combine(_root, "originals", hash[..2], hash);

    /// <summary>Where the copy without metadata is.</summary>
    public string Plain(string hash) => Path.Combine(_root, "plain", hash[..2], hash);

    /// <summary>The folder of a picture's sizes; there once all are made.</summary>
    public string Renditions(string hash) => Path.Combine(_root, "renditions", hash[..2], hash);

    /// <summary>Where one size is.</summary>
    public string Rendition(string hash, Rendition rendition)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        return Path.Combine(Renditions(hash), NameOf(rendition));
    }

    /// <summary>The sizes that are made; empty when none are.</summary>
    public IReadOnlyList<Rendition> Made(string hash)
    {
        var folder = Renditions(hash);
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder).Select(Path.GetFileName)
                .Select(name => name!.Split('.'))
                .Where(parts => parts.Length == 2 && int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))
                .Select(parts => new Rendition(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1]))
                .OrderBy(r => r.Format, StringComparer.Ordinal).ThenBy(r => r.Width),
        ];
    }

    internal static string NameOf(Rendition rendition) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rendition.Width}.{rendition.Format}");

    /// <summary>Whether everything that readers need of a picture is there.</summary>
    internal bool Holds(string hash, bool withRenditions) => File.Exists(Original(hash)) && File.Exists(Plain(hash)) && (!withRenditions || Directory.Exists(Renditions(hash)));

    /// <summary>Removes everything of a picture; the original last, so that what is left of an interrupted removal is found again.</summary>
    internal void Drop(string hash)
    {
        if (Directory.Exists(Renditions(hash))) Directory.Delete(Renditions(hash), recursive: true);
        foreach (var path in new[] { Plain(hash), Original(hash) })
            if (File.Exists(path)) File.Delete(path);
    }

    /// <summary>Hashes of the originals that came before an instant.</summary>
    internal IEnumerable<string> KeptBefore(DateTimeOffset instant)
    {
        var originals = new DirectoryInfo(Path.Combine(_root, "originals"));
        return originals.Exists ? originals.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < instant.UtcDateTime && f.Name.Length == 64).Select(f => f.Name) : [];
    }

    /// <summary>A new empty folder for work in progress, on the same file system.</summary>
    internal string NewWork()
    {
        Directory.CreateDirectory(Path.Combine(_root, "work"));
        var folder = Path.Combine(_root, "work", Path.GetRandomFileName());
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Writes a file unless it is there.</summary>
    internal async Task KeepAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var work = NewWork();
        try
        {
            var beside = Path.Combine(work, "file");
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Removes work that a killed program left behind more than a day ago.</summary>
    internal void SweepWork(DateTimeOffset now)
    {
        var work = new DirectoryInfo(Path.Combine(_root, "work"));
        if (!work.Exists) return;
        foreach (var left in work.EnumerateDirectories().Where(d => d.LastWriteTimeUtc < now.UtcDateTime.AddDays(-1))) left.Delete(recursive: true);
    }
}
