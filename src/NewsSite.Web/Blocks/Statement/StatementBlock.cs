using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Statement;

/// <summary>What a person said, with the role they held that day and the occasion. The person's page gathers it.</summary>
[BlockType("statement", Name = "Statement", Category = "Voices", Icon = "speech", Help = "What a councillor or another named person said, in their own words.")]
public sealed partial record StatementBlock : Block, IAttributedWords
{
    /// <summary>Slug of the person in the register.</summary>
    [Field("Person", Control = FieldControl.Person, Required = true)]
    public required string? Person { get; init => field = Plain.Line(value); }

    /// <summary>The name as it was given that day.</summary>
    [Field("Name as given", Required = true, HardLimit = 120, IsOthersWords = true)]
    public required string? Name { get; init => field = Plain.Line(value); }

    /// <summary>The role held that day; null when none was given.</summary>
    [Field("Role that day", SoftLimit = 120, HardLimit = 200)]
    public string? Role { get; init => field = Plain.Line(value); }

    /// <summary>Where it was said, as it follows the word "at"; null when not known.</summary>
    [Field("Occasion", SoftLimit = 120, HardLimit = 200, Help = "What follows “at”, such as “the opening of SCC Executive”.")]
    public string? Occasion { get; init => field = Plain.Line(value); }

    /// <summary>The sentence of the article that introduces the words; null when there is none.</summary>
    [Field("Lead-in", HardLimit = 500)]
    public string? LeadIn { get; init => field = Plain.Line(value); }

    /// <summary>The words as given, a paragraph each: plain text, quotation marks included, never corrected.</summary>
    [Field("Words", Control = FieldControl.Paragraphs, Required = true, SoftLimit = 1_500, HardLimit = 10_000, IsOthersWords = true)]
    public required IReadOnlyList<string> Words { get; init => field = Plain.Paragraphs(value); }

    /// <inheritdoc/>
    public override string ToPlainText() => string.Join("\n\n", LeadIn is null ? Words : [LeadIn, .. Words]);

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Role is null) yield return Issue.Warn("role", "Add the role the person held that day, if any.");
        foreach (var issue in QuotationMarks.Check("words", Words)) yield return issue;
    }

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() => Person is null ? [] : [new(ReferenceKind.Person, Person)];
}
