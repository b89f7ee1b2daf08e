using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Callout;

public sealed partial record CalloutBlock : IMarkdownBlock<CalloutBlock>
{
    /// <inheritdoc/>
    public static CalloutBlock Read(ContainerReader container) => new()
    {
        Purpose = container.Choice<CalloutPurpose>("purpose"),
        Title = container.Optional("title"),
        Phone = container.Optional("phone"),
        Email = container.Optional("email"),
        Address = container.Optional("address"),
        Note = container.Optional("note"),
        Text = container.Paragraphs(),
    };

    /// <inheritdoc/>
    public static void Write(CalloutBlock block, ContainerWriter container) => container
        .Choice("purpose", block.Purpose)
        .Attribute("title", block.Title)
        .Attribute("phone", block.Phone)
        .Attribute("email", block.Email)
        .Attribute("address", block.Address)
        .Attribute("note", block.Note)
        .Paragraphs(block.Text);
}
