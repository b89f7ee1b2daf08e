using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Web.Articles.Notes;

/// <summary>The words of a story as notes are put on them, block by block, white space made plain.</summary>
internal sealed class StoryWords
{
    /// <summary>The key of the words above the blocks: headline and standfirst.</summary>
    public const string Head = "";

    private readonly OrderedDictionary<string, string> _blocks;

    internal StoryWords(IEnumerable<(string Block, string Words)> blocks)
    {
        _blocks = new(StringComparer.Ordinal);
        foreach (var (block, words) in blocks) _blocks.TryAdd(block, words);
    }

    /// <summary>The blocks' ids in reading order.</summary>
    public IEnumerable<string> Blocks => _blocks.Keys;

    /// <summary>Reads a revision.</summary>
    public static StoryWords Of(Revision revision, BlockCatalogue catalogue) => new(
    [
        (Head, Passage.Plain($"{revision.Headline} {revision.Standfirst}").Trim()),
        .. revision.ReadBlocks(catalogue).Select(b => (b.Id, WordsOf(b, catalogue))),
    ]);

    /// <summary>The words of a block; null when there is no such block.</summary>
    public string? In(string block) => _blocks.GetValueOrDefault(block);

    // Everything that is written in its form, so that a note can be about a name or a caption too.
    private static string WordsOf(Block block, BlockCatalogue catalogue)
    {
        var fields = catalogue.Of(block)?.Fields.SelectMany(f => f.WordsOf(block)).Select(w => w.Field.Control is FieldControl.Markdown ? ProseMarkdown.ToPlainText(w.Words) : w.Words);
        return Passage.Plain(string.Join(' ', fields ?? [])).Trim();
    }
}
