using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsSite.Web.Blocks.Prose;

/// <summary>What a prose block is made of, for checks: its parts in their order, and its links as they were written.</summary>
public sealed class ProseOutline
{
    private ProseOutline(IReadOnlyList<ProsePart> parts, IReadOnlyList<ProseLink> links) => (Parts, Links) = (parts, links);

    /// <summary>Paragraphs, headings, items, cells of tables and code.</summary>
    public IReadOnlyList<ProsePart> Parts { get; }

    /// <summary>The links, those that readers are not given included.</summary>
    public IReadOnlyList<ProseLink> Links { get; }

    /// <summary>The same words as <see cref="ProseMarkdown.ToPlainText"/>, the parts with a blank line between them.</summary>
    public string Words => field ??= string.Join("\n\n", Parts.Where(p => p.Words.Length > 0).Select(p => p.Words));

    /// <summary>Reads a Markdown text.</summary>
    public static ProseOutline Of(string markdown)
    {
        var (parts, links) = (new List<ProsePart>(), new List<ProseLink>());
        var start = 0;
        foreach (var leaf in ProseMarkdown.Read(markdown).Descendants<LeafBlock>())
        {
            if (leaf is not CodeBlock && leaf.Inline is null) continue;
            var words = leaf is CodeBlock code ? code.Lines.ToString() : Gather(leaf.Inline!, start, links);
            parts.Add(new(words, start, KindOf(leaf), leaf is HeadingBlock heading ? Math.Clamp(heading.Level, 2, 4) : 0));
            if (words.Length > 0) start += words.Length + 2;
        }
        return new(parts, links);
    }

    private static ProseKind KindOf(LeafBlock leaf)
    {
        if (leaf is CodeBlock) return ProseKind.Code;
        if (leaf is HeadingBlock) return ProseKind.Heading;
        for (var around = leaf.Parent; around is not null; around = around.Parent)
            switch (around)
            {
                case QuoteBlock: return ProseKind.Quotation;
                case Table: return ProseKind.Cell;
                default: continue;
            }
        if (leaf.Parent is ListItemBlock) return ProseKind.Item;
        return leaf.Inline is { FirstChild: EmphasisInline { DelimiterCount: 2 } only } && only == leaf.Inline.LastChild ? ProseKind.Bold : ProseKind.Paragraph;
    }

    private static string Gather(ContainerInline inline, int start, List<ProseLink> links)
    {
        var words = new StringBuilder();
        foreach (var node in inline.Descendants())
        {
            if (node is LinkInline link)
                links.Add(new(string.Concat(link.Descendants().Select(ProseMarkdown.WordsOf)), start + words.Length, link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", link.IsImage));
            words.Append(ProseMarkdown.WordsOf(node));
        }
        return words.ToString();
    }
}

/// <summary>What a part of a prose block is.</summary>
public enum ProseKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A paragraph that is bold from end to end.</summary>
    Bold,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph of an item of a list.</summary>
    Item,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>Words set off as somebody else's.</summary>
    Quotation,

    /// <summary>Code.</summary>
    Code,
}

/// <summary>A part of a prose block.</summary>
/// <param name="Words">Its words; may be empty.</param>
/// <param name="Start">Where they begin in <see cref="ProseOutline.Words"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Of a heading, its level as readers get it, 2 to 4; 0 for other parts.</param>
public sealed record ProsePart(string Words, int Start, ProseKind Kind, int Level);

/// <summary>A link in a prose block.</summary>
/// <param name="Words">Its words; may be empty.</param>
/// <param name="Start">Where they begin in <see cref="ProseOutline.Words"/>.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsPicture">Whether it was written as a picture, which is shown as a link.</param>
public sealed record ProseLink(string Words, int Start, string Address, bool IsPicture);
