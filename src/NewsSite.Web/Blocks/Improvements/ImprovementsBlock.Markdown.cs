using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Improvements;

public sealed partial record ImprovementsBlock : IMarkdownBlock<ImprovementsBlock>
{
    /// <inheritdoc/>
    public static ImprovementsBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var (intro, items) = container.IntroAndItems();
        return new() { Source = container.Optional("source"), Intro = intro, Items = [.. items.Select(Read)] };
    }

    /// <inheritdoc/>
    public static void Write(ImprovementsBlock block, ContainerWriter container)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(container);
        container.Attribute("source", block.Source).Intro(block.Intro);
        foreach (var item in block.Items)
            container.Item(item.Text ?? "", ("page", item.Page), ("status", item.Status is { } status ? Kebab.Of(status) : null));
    }

    private static Improvement Read(ContainerItem item)
    {
        item.Only("page", "status");
        return new() { Text = item.Text, Page = item.Optional("page"), Status = item.Choice<ImprovementStatus>("status") };
    }
}
