using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Image;

public sealed partial record ImageBlock : IMarkdownBlock<ImageBlock>
{
    /// <inheritdoc/>
    public static ImageBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        container.NoBody();
        return new()
        {
            Media = container.Required("media"),
            Purpose = container.Choice<PicturePurpose>("purpose"),
            Alt = container.Optional("alt"),
            Caption = container.Optional("caption"),
            Credit = container.Optional("credit"),
        };
    }

    /// <inheritdoc/>
    public static void Write(ImageBlock block, ContainerWriter container) => container
        .Attribute("media", block.Media ?? "")
        .Choice("purpose", block.Purpose)
        .Attribute("alt", block.Alt)
        .Attribute("caption", block.Caption)
        .Attribute("credit", block.Credit);
}
