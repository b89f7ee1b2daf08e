using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Source;

public sealed partial record SourceBlock : IMarkdownBlock<SourceBlock>
{
    /// <inheritdoc/>
    public static SourceBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        container.NoBody();
        return new()
        {
            Slug = container.Required("slug"),
            LeadIn = container.Optional("lead-in"),
            ShowAddress = container.YesNo("show-address"),
        };
    }

    /// <inheritdoc/>
    public static void Write(SourceBlock block, ContainerWriter container) => container
        .Attribute("slug", block.Slug ?? "")
        .Attribute("lead-in", block.LeadIn)
        .Attribute("show-address", block.ShowAddress ? "yes" : null);
}
