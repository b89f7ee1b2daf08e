using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Embed;

public sealed partial record EmbedBlock : IMarkdownBlock<EmbedBlock>
{
    /// <inheritdoc/>
    public static EmbedBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        container.NoBody();
        return new()
        {
            Title = container.Required("title"),
            Address = container.Required("address"),
            Provider = container.Optional("provider"),
            Kind = container.Choice<EmbedKind>("kind"),
            Player = container.Optional("player"),
        };
    }

    /// <inheritdoc/>
    public static void Write(EmbedBlock block, ContainerWriter container) => container
        .Attribute("title", block.Title ?? "")
        .Attribute("address", block.Address ?? "")
        .Attribute("provider", block.Provider)
        .Choice("kind", block.Kind)
        .Attribute("player", block.Player);
}
