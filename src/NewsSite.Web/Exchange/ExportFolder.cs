using System.Text;
using NewsSite.Web.Hosting;
using NewsSite.Web.Redirects;

namespace NewsSite.Web.Exchange;

/// <summary>
/// The directory of an export. Everything is written beside it first and put in place at the end, so that a failed export leaves it as it was.
/// A directory that holds something is refused; by force, the content files in it are replaced and everything else in it stays.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _target, _partial;
    private readonly string[] _folders;

    public ExportFolder(string target, bool force, IEnumerable<string> registers)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        _partial = _target + ".partial";
        _folders = [ContentFile.Articles, ContentFile.Media, .. registers];
        if (File.Exists(_target)) throw new StartupFault($"{target} is a file; expected a directory.");
        if (!force && Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any())
            throw new StartupFault($"{target} is not empty. Name a new directory, or export with --force: the content files in it are then replaced ({string.Join(", ", _folders.Order(StringComparer.Ordinal))}, {RedirectFile.Name}), and everything else in it stays.");
        if (force && Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any() && !Directory.Exists(Path.Combine(_target, ContentFile.Articles)))
            throw new StartupFault($"{target} is no content directory: it has no folder “{ContentFile.Articles}”. --force replaces an earlier export only; name a new directory.");
        Try(() =>
        {
            if (Directory.Exists(_partial)) Directory.Delete(_partial, recursive: true); // of an export that was killed
            Directory.CreateDirectory(_partial);
        });
    }

    public Task WriteAsync(string path, string text, CancellationToken ct) => File.WriteAllTextAsync(Place(path), text, Utf8, ct);

    public async Task CopyAsync(string path, Stream content, CancellationToken ct)
    {
        await using var file = new FileStream(Place(path), FileMode.CreateNew, FileAccess.Write);
        await content.CopyToAsync(file, ct);
    }

    /// <summary>Puts everything in place.</summary>
    public void Finish() => Try(() =>
    {
        if (!Directory.Exists(_target) || !Directory.EnumerateFileSystemEntries(_target).Any())
        {
            if (Directory.Exists(_target)) Directory.Delete(_target);
            Directory.Move(_partial, _target);
            return;
        }
        foreach (var folder in _folders)
            if (Directory.Exists(Path.Combine(_target, folder))) Directory.Delete(Path.Combine(_target, folder), recursive: true);
        File.Delete(Path.Combine(_target, RedirectFile.Name));
        foreach (var entry in new DirectoryInfo(_partial).EnumerateFileSystemInfos())
            if (entry is DirectoryInfo directory) directory.MoveTo(Path.Combine(_target, entry.Name));
            else ((FileInfo)entry).MoveTo(Path.Combine(_target, entry.Name));
    });

    public void Dispose()
    {
        if (Directory.Exists(_partial)) Directory.Delete(_partial, recursive: true);
    }

    // Slugs are checked wherever they are made; a path that leads out of the folder would be a fault of the program.
    private string Place(string path)
    {
        var place = Path.GetFullPath(Path.Combine(_partial, path));
        if (!place.StartsWith(_partial + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new InvalidOperationException($"{path} leads out of the export.");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"{_target} cannot be written: {e.Message}");
        }
    }
}
