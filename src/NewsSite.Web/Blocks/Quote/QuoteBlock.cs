using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Quote;

/// <summary>Words quoted over one or more paragraphs, either from a person with the role of that day or from a cited document with its page.</summary>
[BlockType("quote", Name = "Quote", Category = "Voices", Icon = "quote", Help = "Words from a report, or from a person, over one or more paragraphs.")]
public sealed partial record QuoteBlock : Block, IAttributedWords
{
    /// <summary>Slug of the person; null for a document, or for somebody who is not in the register.</summary>
    [Field("Person", Control = FieldControl.Person, Help = "Either a person or a source.")]
    public string? Person { get; init => field = Plain.Line(value); }

    /// <summary>The name as it was given that day; null for a document.</summary>
    [Field("Name as given", HardLimit = 120, IsOthersWords = true)]
    public string? Name { get; init => field = Plain.Line(value); }

    /// <summary>The role held that day; null when none was given.</summary>
    [Field("Role that day", SoftLimit = 120, HardLimit = 200)]
    public string? Role { get; init => field = Plain.Line(value); }

    /// <summary>Slug of the cited document; null for a person.</summary>
    [Field("Source", Control = FieldControl.Source)]
    public string? Source { get; init => field = Plain.Line(value); }

    /// <summary>The page of the document, such as "14" or "14–15"; null when not known.</summary>
    [Field("Page", HardLimit = 20)]
    public string? Page { get; init => field = Plain.Line(value); }

    /// <summary>The sentence of the article that introduces the words; null when there is none.</summary>
    [Field("Lead-in", HardLimit = 500, Help = "The sentence that introduces the words, such as “The inspectors note:”.")]
    public string? LeadIn { get; init => field = Plain.Line(value); }

    /// <summary>The words as given, a paragraph each: plain text, quotation marks included, never corrected. "[…]" marks words left out.</summary>
    [Field("Words", Control = FieldControl.Paragraphs, Required = true, SoftLimit = 1_500, HardLimit = 10_000, Help = "Write […] where you leave words out.", IsOthersWords = true)]
    public IReadOnlyList<string> Words { get; init => field = Plain.Paragraphs(value); } = [];

    string? IAttributedWords.Occasion => null;

    /// <inheritdoc/>
    public override string ToPlainText() => string.Join("\n\n", LeadIn is null ? Words : [LeadIn, .. Words]);

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Name is null && Person is null && Source is null) yield return Issue.Stop("source", "Say whose words these are: choose a person or a source.");
        if (Name is null && Person is not null) yield return Issue.Stop("name", "Add the person’s name as it was given that day.");
        if ((Name ?? Person) is not null && Source is not null) yield return Issue.Stop("source", "Choose either a person or a source; for a person quoted in a report, use the lead-in to name the report.");
        if (Name is not null && Role is null) yield return Issue.Warn("role", "Add the role the person held that day, if any.");
        if (Page is not null && Source is null) yield return Issue.Warn("page", "A page is shown only with a source.");
        foreach (var issue in QuotationMarks.Check("words", Words)) yield return issue;
    }

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() =>
        [.. Person is null ? [] : new[] { new Reference(ReferenceKind.Person, Person) }, .. CitedSources.Reference(Source)];
}
