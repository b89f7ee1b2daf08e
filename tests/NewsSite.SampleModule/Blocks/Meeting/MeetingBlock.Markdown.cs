using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.SampleModule.Blocks.Meeting;

public sealed partial record MeetingBlock : IMarkdownBlock<MeetingBlock>
{
    /// <inheritdoc/>
    public static MeetingBlock Read(ContainerReader container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return new()
        {
            Title = container.Required("title"),
            Day = container.Date("day"),
            Place = container.Optional("place"),
            Agenda = container.Optional("agenda"),
            Business = container.Paragraphs(),
        };
    }

    /// <inheritdoc/>
    public static void Write(MeetingBlock block, ContainerWriter container)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(container);
        container
            .Attribute("title", block.Title ?? "")
            .Attribute("day", block.Day)
            .Attribute("place", block.Place)
            .Attribute("agenda", block.Agenda)
            .Paragraphs(block.Business);
    }
}
