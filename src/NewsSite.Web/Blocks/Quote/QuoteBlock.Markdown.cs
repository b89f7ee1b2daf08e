using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Quote;

public sealed partial record QuoteBlock : IMarkdownBlock<QuoteBlock>
{
    /// <inheritdoc/>
    public static QuoteBlock Read(ContainerReader container) => new()
    {
        Person = container.Optional("person"),
        Name = container.Optional("name"),
        Role = container.Optional("role"),
        Source = container.Optional("source"),
        Page = container.Optional("page"),
        LeadIn = container.Optional("lead-in"),
        Words = container.Paragraphs(),
    };

    /// <inheritdoc/>
    public static void Write(QuoteBlock block, ContainerWriter container) => container
        .Attribute("person", block.Person)
        .Attribute("name", block.Name)
        .Attribute("role", block.Role)
        .Attribute("source", block.Source)
        .Attribute("page", block.Page)
        .Attribute("lead-in", block.LeadIn)
        .Paragraphs(block.Words);
}
