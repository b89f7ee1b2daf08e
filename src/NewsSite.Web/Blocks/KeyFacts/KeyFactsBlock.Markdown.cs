using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.KeyFacts;

public sealed partial record KeyFactsBlock : IMarkdownBlock<KeyFactsBlock>
{
    /// <inheritdoc/>
    public static KeyFactsBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var (intro, items) = container.IntroAndItems();
        if (intro.Count > 0) container.Fault("“key-facts” holds only its list; put sentences before the block.", 0);
        return new() { Facts = [.. items.Select(Read)] };
    }

    /// <inheritdoc/>
    public static void Write(KeyFactsBlock block, ContainerWriter container)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(container);
        foreach (var fact in block.Facts) container.Item(fact.Text ?? "", ("figure", fact.Figure));
    }

    private static KeyFact Read(ContainerItem item)
    {
        item.Only("figure");
        return new() { Text = item.Text, Figure = item.Optional("figure") };
    }
}
