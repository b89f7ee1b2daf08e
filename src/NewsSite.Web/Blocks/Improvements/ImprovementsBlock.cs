using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Improvements;

/// <summary>What an inspection or audit says must improve, and how far each point has come.</summary>
[BlockType("improvements", Name = "Areas for improvement", Category = "Inspection", Icon = "checklist", Help = "The points that an inspection or audit says must improve.")]
public sealed partial record ImprovementsBlock : Block
{
    /// <summary>The sentences before the list, a paragraph each.</summary>
    [Field("Introduction", Control = FieldControl.Paragraphs, SoftLimit = 300, HardLimit = 1_000)]
    public IReadOnlyList<string> Intro { get; init => field = Plain.Paragraphs(value); } = [];

    /// <summary>Slug of the document that names the points; null when none is cited.</summary>
    [Field("Source", Control = FieldControl.Source, Help = "The report that the page numbers refer to.")]
    public string? Source { get; init => field = Plain.Line(value); }

    /// <summary>The points, in the document's order.</summary>
    [Field("Points", Control = FieldControl.Items, Required = true)]
    public IReadOnlyList<Improvement> Items { get; init => field = Plain.Items(value); } = [];

    /// <inheritdoc/>
    public override string ToPlainText() => string.Join("\n\n", Intro.Concat(Items.Select(i => i.Text).OfType<string>()));

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Source is null && Items.Any(i => i.Page is not null)) yield return Issue.Warn("source", "Choose the source that the page numbers refer to.");
    }

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() => CitedSources.Reference(Source);
}

/// <summary>One point.</summary>
public sealed record Improvement
{
    /// <summary>What must improve, in the document's words; null while it is not written.</summary>
    [Field("What must improve", Required = true, SoftLimit = 300, HardLimit = 1_000, IsOthersWords = true)]
    public string? Text { get; init => field = Plain.Line(value); }

    /// <summary>The page of the document, such as "9"; null when not known.</summary>
    [Field("Page", HardLimit = 20)]
    public string? Page { get; init => field = Plain.Line(value); }

    /// <summary>How far it has come; null when the article does not say.</summary>
    [Field("Status", Control = FieldControl.Choice)]
    public ImprovementStatus? Status { get; init; }
}

/// <summary>How far an improvement has come.</summary>
public enum ImprovementStatus
{
    /// <summary>Nothing is known to have been done.</summary>
    Open,

    /// <summary>Begun and not finished.</summary>
    InProgress,

    /// <summary>Finished, according to the source.</summary>
    Done,
}
