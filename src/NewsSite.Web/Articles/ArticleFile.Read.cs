using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

public sealed partial record ArticleFile
{
    private const string Fence = "---";

    /// <summary>Reads a file; null when not even its front matter can be read. With faults, what is returned is not used.</summary>
    /// <param name="text">The file's text, LF line ends.</param>
    /// <param name="fileName">The slug that the file is named after.</param>
    /// <param name="slugInStore">The slug under which an article of this id is stored now, from which ids of blocks were made; null for none.</param>
    /// <param name="reading">The site, its block types and its clock.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="names">Takes the records that the article names.</param>
    public static ArticleFile? Read(string text, string fileName, Func<Guid, string?> slugInStore, FileReading reading, Faults faults, List<NamedRecord> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reading);
        var lines = text.Split('\n');
        var close = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, l => l.TrimEnd() == Fence) : -1;
        if (close < 0)
        {
            faults.Add(1, lines[0].TrimEnd() == Fence ? "the front matter is never closed; expected a second line “---”." : "expected a line “---” and the front matter (kind, headline, …).");
            return null;
        }
        if (YamlRecord.Read(string.Join('\n', lines[1..close]), 2, faults) is not { } yaml) return null;
        var front = new FrontMatter(yaml, fileName, reading.Site, names);
        var blocks = new Dictionary<string, int>(StringComparer.Ordinal);
        var seed = front.Id is { } id && slugInStore(id) is { } stored ? stored : front.Slug;
        var body = lines[^1].Length == 0 ? lines[(close + 1)..^1] : lines[(close + 1)..];
        var file = front.Read(ArticleText.Read(body, close + 2, seed, reading.Catalogue, faults, blocks), reading.Now);
        foreach (var block in file.Blocks)
        {
            var line = blocks.GetValueOrDefault(block.Id, close + 2);
            foreach (var reference in block.References()) names.Add(new(FolderOf(reference.Kind), reference.Key, line));
        }
        file = file with { Topics = reading.Topics.Now(file.Topics) };
        for (var i = 0; i < names.Count; i++)
            if (names[i].Register == "topics") names[i] = names[i] with { Key = reading.Topics.Now(names[i].Key) };
        if (file.State is FileState.Live && !faults.Any && !reading.IsChecked) CheckBlocks(file, blocks, reading.Catalogue, faults);
        return file;
    }

    // What readers do not see may be wrong; what they see may not.
    private static void CheckBlocks(ArticleFile file, Dictionary<string, int> lines, BlockCatalogue catalogue, Faults faults)
    {
        var words = new ArticleWords(file.Standfirst, file.Blocks);
        foreach (var block in file.Blocks)
            foreach (var issue in catalogue.Check(block, words).Where(i => i.Severity is Severity.Stop))
                faults.Add(lines[block.Id], $"{(catalogue.Of(block)?.Id is { } type ? $"{type}: " : "")}{issue.Message}");
    }

    private static string FolderOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Person => "people",
        ReferenceKind.Organisation => "organisations",
        ReferenceKind.Source => "sources",
        ReferenceKind.Media => "media",
        ReferenceKind.Article => "articles",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>What reading an article's file needs to know.</summary>
/// <param name="Site">The site, whose zone the file's times are in.</param>
/// <param name="Catalogue">The known block types.</param>
/// <param name="Now">The instant of the import.</param>
public sealed record FileReading(Site Site, BlockCatalogue Catalogue, DateTimeOffset Now)
{
    /// <summary>Whether the same file has been read and found in order before, so that its blocks need no second look.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Topics that have become part of others: files may go on naming them.</summary>
    public TopicNames Topics { get; init; } = new([]);
}
