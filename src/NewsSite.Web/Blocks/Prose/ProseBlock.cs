using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Prose;

/// <summary>Running text in CommonMark. Stored as Markdown, never as HTML.</summary>
[BlockType(ArticleText.ProseType, Name = "Text", Category = "Text", Icon = "text", Help = "Paragraphs, headings, lists, tables and links.")]
public sealed partial record ProseBlock : Block, IMarkdownBlock<ProseBlock>
{
    /// <summary>The Markdown: LF line ends, no blank lines around. Raw HTML in it is shown as text.</summary>
    [Field("Text", Control = FieldControl.Markdown, HardLimit = 200_000)]
    public required string Text { get; init => field = Plain.Text(value); }

    /// <inheritdoc/>
    public override string ToPlainText() => ProseMarkdown.ToPlainText(Text);

    /// <inheritdoc/>
    public static ProseBlock Read(ContainerReader container) => new() { Text = container.Text() };

    /// <inheritdoc/>
    public static void Write(ProseBlock block, ContainerWriter container) => container.Text(block.Text);
}
