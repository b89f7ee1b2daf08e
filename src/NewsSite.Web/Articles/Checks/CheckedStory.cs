using NewsSite.Core.Blocks;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Web.Articles.Checks;

/// <summary>A story as the checks read it, each text taken apart once.</summary>
internal sealed class CheckedStory(Revision revision, IReadOnlyList<Block> blocks)
{
    public Revision Revision => revision;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>The words of the whole story.</summary>
    public ArticleWords Words { get; } = new(revision.Standfirst, blocks, revision.Headline);

    /// <summary>The prose blocks in their order.</summary>
    public IReadOnlyList<(ProseBlock Block, ProseOutline Outline)> Prose { get; } = [.. blocks.OfType<ProseBlock>().Select(b => (b, ProseOutline.Of(b.Text)))];

    /// <summary>The records that the story names: where each is named, in reading order.</summary>
    public IEnumerable<(string? Block, string? Field, Reference Record)> Named()
    {
        foreach (var source in revision.Sources) yield return (null, "sources", new(ReferenceKind.Source, source));
        if (revision.LeadImage is { } lead) yield return (null, "leadImage", new(ReferenceKind.Media, lead.Media));
        foreach (var block in blocks)
            foreach (var record in block.References()) yield return (block.Id, null, record);
    }
}
