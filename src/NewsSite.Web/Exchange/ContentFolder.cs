using NewsSite.Core.Content;

namespace NewsSite.Web.Exchange;

/// <summary>Finds the files of a content directory. What lies there and can be no content is a fault, because it would be missed in silence.</summary>
internal sealed class ContentFolder
{
    private readonly string[] _registers;
    private readonly List<Fault> _faults;
    private readonly List<ContentFile> _files = [];
    private readonly string _given;
    private readonly string _root;

    private ContentFolder(string given, IEnumerable<string> registers, List<Fault> faults)
    {
        (_given, _faults) = (given, faults);
        _registers = [.. registers.Order(StringComparer.Ordinal)];
        _root = Path.GetFullPath(given);
    }

    /// <summary>The files of a directory, or the one file that is named, by name. Media files come without their sidecars.</summary>
    public static IReadOnlyList<ContentFile> Find(string given, IEnumerable<string> registers, List<Fault> faults)
    {
        var folder = new ContentFolder(given, registers, faults);
        if (File.Exists(given)) folder.AddOne();
        else if (Directory.Exists(given)) folder.AddAll();
        else faults.Add(new(given, 1, "there is no such file or directory."));
        return [.. folder._files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private string[] Folders => [ContentFile.Articles, ContentFile.Media, .. _registers];

    private void AddOne()
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(_root))!;
        Take(new FileInfo(_root), _given, _root.EndsWith(".md", StringComparison.Ordinal) ? ContentFile.Articles : folder == ContentFile.Media || _registers.Contains(folder) ? folder : "");
    }

    private void AddAll()
    {
        foreach (var entry in EntriesOf(new DirectoryInfo(_root), _given))
        {
            var name = NameOf(entry);
            if (entry is DirectoryInfo directory)
            {
                if (Folders.Contains(entry.Name)) Walk(directory, entry.Name);
                else _faults.Add(new(name, 1, $"this folder is not known; expected one of {string.Join(", ", Folders.Order(StringComparer.Ordinal))}."));
            }
            else if (entry.Name is "README.md" or "LICENSE.md" || Path.GetExtension(entry.Name) is not (".md" or ".yml" or ".yaml"))
            {
                continue;
            }
            else
            {
                Take((FileInfo)entry, name, "");
            }
        }
    }

    private void Walk(DirectoryInfo directory, string folder)
    {
        foreach (var entry in EntriesOf(directory, NameOf(directory)))
        {
            var name = NameOf(entry);
            if (entry is FileInfo file) Take(file, name, folder);
            else if (folder != ContentFile.Articles) _faults.Add(new(name, 1, $"this is a folder; expected a file, for {folder} has no folders inside."));
            else if (entry.Name.EndsWith(".md", StringComparison.Ordinal)) _faults.Add(new(name, 1, "this is a folder; expected an article's file."));
            else Walk((DirectoryInfo)entry, folder);
        }
    }

    private void Take(FileInfo file, string name, string folder)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(file.Name), Path.GetExtension(file.Name));
        if (folder.Length == 0 && file.Name == "redirects.yml")
        {
            _files.Add(new(file.FullName, name, ContentFile.Redirects, stem));
            return;
        }
        if (folder == ContentFile.Media)
        {
            TakeMedia(file, name);
            return;
        }
        var expected = folder == ContentFile.Articles ? ".md" : ".yml";
        var isDraft = folder == ContentFile.Articles && stem.EndsWith(ContentFile.DraftEnding, StringComparison.Ordinal);
        if (isDraft) stem = stem[..^ContentFile.DraftEnding.Length];
        if (folder.Length == 0) _faults.Add(new(name, 1, $"this file has no place here; expected redirects.yml or a file in {string.Join(", ", Folders.Order(StringComparer.Ordinal))}."));
        else if (ending != expected) _faults.Add(new(name, 1, $"this file has no place here; expected a name that ends in {expected}."));
        else if (!Slug.IsSlug(stem)) _faults.Add(new(name, 1, $"the file's name is no slug; expected {Slug.Expected}."));
        else _files.Add(new(file.FullName, name, folder, stem) { IsDraft = isDraft });
    }

    private void TakeMedia(FileInfo file, string name)
    {
        if (Path.GetExtension(file.Name) == ".yml")
        {
            if (!File.Exists(file.FullName[..^4])) _faults.Add(new(name, 1, $"this describes {file.Name[..^4]}, which is not beside it."));
            return;
        }
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        if (!Slug.IsSlug(stem)) _faults.Add(new(name, 1, $"the file's name is no slug with an ending; expected {Slug.Expected}, then the ending."));
        else _files.Add(new(file.FullName, name, ContentFile.Media, file.Name));
    }

    // Hidden files (.gitkeep, .DS_Store, .git) are nobody's content.
    private IEnumerable<FileSystemInfo> EntriesOf(DirectoryInfo directory, string name)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _faults.Add(new(name, 1, $"this folder cannot be read: {e.Message}"));
            return [];
        }
        return entries.Where(e => !e.Name.StartsWith('.') && !LeadsAway(e));
    }

    private bool LeadsAway(FileSystemInfo entry)
    {
        if (entry.LinkTarget is null) return false;
        var target = Target(entry);
        if (entry is FileInfo && target is FileInfo { Exists: true } && target.FullName.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return false;
        _faults.Add(new(NameOf(entry), 1, entry is DirectoryInfo ? "this is a link to a folder, which is not followed; expected the folder itself." : "this link leads out of the content directory or nowhere; expected the file itself."));
        return true;
    }

    private static FileSystemInfo? Target(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException) // links in a circle
        {
            return null;
        }
    }

    private string NameOf(FileSystemInfo entry) => Path.Combine(_given, Path.GetRelativePath(_root, entry.FullName)).Replace('\\', '/');
}
