using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Related;

public sealed partial record RelatedBlock : IMarkdownBlock<RelatedBlock>
{
    /// <inheritdoc/>
    public static RelatedBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var (intro, items) = container.IntroAndItems();
        if (intro.Count > 0) container.Fault("“related” holds only its list; put sentences before the block.", 0);
        return new() { Articles = [.. items.Select(Read)] };
    }

    /// <inheritdoc/>
    public static void Write(RelatedBlock block, ContainerWriter container)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(container);
        foreach (var article in block.Articles) container.Item(article.Slug ?? "", ("reason", article.Reason));
    }

    private static RelatedArticle Read(ContainerItem item)
    {
        item.Only("reason");
        return new() { Slug = item.Text, Reason = item.Optional("reason") };
    }
}
