using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Source;

/// <summary>A card for a cited document of the register.</summary>
[BlockType("source", Name = "Source", Category = "Sources", Icon = "document", Help = "A report, minutes or another document that readers can look up.")]
public sealed partial record SourceBlock : Block
{
    /// <summary>Slug of the document in the register; null while none is chosen.</summary>
    [Field("Document", Control = FieldControl.Source, Required = true)]
    public string? Slug { get; init => field = Plain.Line(value); }

    /// <summary>The sentence of the article that leads to the document; null when there is none.</summary>
    [Field("Lead-in", HardLimit = 500, Help = "Such as “You can read the full report here:”.")]
    public string? LeadIn { get; init => field = Plain.Line(value); }

    /// <summary>Whether the whole address stands after the lead-in, as part of the article's words.</summary>
    [Field("Write the address out", Control = FieldControl.YesNo)]
    public bool ShowAddress { get; init; }

    /// <inheritdoc/>
    public override string ToPlainText() => LeadIn ?? "";

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() => CitedSources.Reference(Slug);
}
