using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.SampleModule.Blocks.Meeting;

/// <summary>A council meeting that readers may attend.</summary>
[BlockType("meeting", Name = "Council meeting", Category = "Council", Icon = "calendar", Version = 2, Help = "A public meeting that the article is about.")]
public sealed partial record MeetingBlock : Block
{
    /// <summary>The body that meets, such as "Planning committee"; null while it is not written.</summary>
    [Field("Who meets", Required = true, HardLimit = 120)]
    public string? Title { get; init => field = Plain.Line(value); }

    /// <summary>The day; null while it is not known.</summary>
    [Field("Day", Control = FieldControl.PartialDate, Required = true)]
    public PartialDate? Day { get; init; }

    /// <summary>Where it meets; null when not known.</summary>
    [Field("Place", HardLimit = 160)]
    public string? Place { get; init => field = Plain.Line(value); }

    /// <summary>Where the agenda can be read, https; null while it is not published.</summary>
    [Field("Agenda", Control = FieldControl.Address, HardLimit = 2_000)]
    public string? Agenda { get; init => field = Plain.Line(value); }

    /// <summary>What is to be decided, a paragraph each.</summary>
    [Field("What is decided", Control = FieldControl.Paragraphs, SoftLimit = 400, HardLimit = 2_000)]
    public IReadOnlyList<string> Business { get; init => field = Plain.Paragraphs(value); } = [];

    /// <inheritdoc/>
    public override string ToPlainText() => string.Join("\n\n", new[] { Title }.OfType<string>().Concat(Business));

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Agenda is not null && !Agenda.StartsWith("https://", StringComparison.Ordinal)) yield return Issue.Stop("agenda", "The agenda’s address must begin with https://.");
        if (Day is { Parts: < 3 }) yield return Issue.Warn("day", "Give the whole day, so that readers can come.");
    }
}
