using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.PullQuote;

public sealed partial record PullQuoteBlock : IMarkdownBlock<PullQuoteBlock>
{
    /// <inheritdoc/>
    public static PullQuoteBlock Read(ContainerReader container) => new() { Text = container.Text() };

    /// <inheritdoc/>
    public static void Write(PullQuoteBlock block, ContainerWriter container) => container.Text(block.Text ?? "");
}
