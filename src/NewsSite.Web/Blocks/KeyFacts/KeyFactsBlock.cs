using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.KeyFacts;

/// <summary>The facts a hurried reader needs. When every one has a figure, they are set as figures.</summary>
[BlockType("key-facts", Name = "Key facts", Category = "Text", Icon = "list", Help = "Three to five facts for readers in a hurry.")]
public sealed partial record KeyFactsBlock : Block
{
    /// <summary>The facts.</summary>
    [Field("Facts", Control = FieldControl.Items, Required = true)]
    public IReadOnlyList<KeyFact> Facts { get; init => field = Plain.Items(value); } = [];

    /// <inheritdoc/>
    public override string ToPlainText() => string.Join("\n\n", Facts.Select(f => Plain.Line($"{f.Figure} {f.Text}")).OfType<string>());

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Facts.Count > 7) yield return Issue.Warn("facts", $"{Facts.Count} facts are many: up to five are read.");
        var figures = Facts.Count(f => f.Figure is not null);
        if (figures > 0 && figures < Facts.Count) yield return Issue.Warn("facts", "Give every fact a figure, or none: only then are they set as figures.");
    }
}

/// <summary>One fact.</summary>
public sealed record KeyFact
{
    /// <summary>The fact, or what the figure counts; null while it is not written.</summary>
    [Field("Fact", Required = true, SoftLimit = 140, HardLimit = 300)]
    public string? Text { get; init => field = Plain.Line(value); }

    /// <summary>The figure as it is printed, such as "£20m"; null when the fact is a sentence.</summary>
    [Field("Figure", SoftLimit = 10, HardLimit = 24)]
    public string? Figure { get; init => field = Plain.Line(value); }
}
