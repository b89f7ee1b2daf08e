using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Web.Blocks.Statement;

public sealed partial record StatementBlock : IMarkdownBlock<StatementBlock>
{
    /// <inheritdoc/>
    public static StatementBlock Read(ContainerReader container) => new()
    {
        Person = container.Required("person"),
        Name = container.Required("name"),
        Role = container.Optional("role"),
        Occasion = container.Optional("occasion"),
        LeadIn = container.Optional("lead-in"),
        Words = container.Paragraphs(),
    };

    /// <inheritdoc/>
    public static void Write(StatementBlock block, ContainerWriter container) => container
        .Attribute("person", block.Person ?? "")
        .Attribute("name", block.Name ?? "")
        .Attribute("role", block.Role)
        .Attribute("occasion", block.Occasion)
        .Attribute("lead-in", block.LeadIn)
        .Paragraphs(block.Words);
}
