using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Ratings;

public sealed partial record RatingsBlock : IMarkdownBlock<RatingsBlock>
{
    /// <inheritdoc/>
    public static RatingsBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var (intro, items) = container.IntroAndItems();
        if (intro.Count > 0) container.Fault("“ratings” holds only its list; put sentences before the block.", 0);
        return new()
        {
            Body = container.Required("body"),
            Framework = container.Optional("framework"),
            Scope = container.Optional("scope"),
            Scale = container.Optional("scale")?.Split('|') ?? [],
            Entries = [.. items.Select(Read)],
        };
    }

    /// <inheritdoc/>
    public static void Write(RatingsBlock block, ContainerWriter container)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(container);
        container
            .Attribute("body", block.Body ?? "")
            .Attribute("framework", block.Framework)
            .Attribute("scope", block.Scope)
            .Attribute("scale", block.Scale.Count > 0 ? string.Join(" | ", block.Scale) : null);
        foreach (var entry in block.Entries)
            container.Item(
                entry.Grade ?? "",
                ("inspected", entry.Inspected?.ToString()), ("published", entry.Published?.ToString()), ("report", entry.Report), ("framework", entry.Framework), ("note", entry.Note));
    }

    private static Rating Read(ContainerItem item)
    {
        item.Only("inspected", "published", "report", "framework", "note");
        return new()
        {
            Grade = item.Text,
            Inspected = item.Date("inspected"),
            Published = item.Date("published"),
            Report = item.Optional("report"),
            Framework = item.Optional("framework"),
            Note = item.Optional("note"),
        };
    }
}
