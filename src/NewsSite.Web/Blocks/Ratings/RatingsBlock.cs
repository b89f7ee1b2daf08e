using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Ratings;

/// <summary>The grades that an inspecting body gave over time. Grades of different frameworks are not comparable, and never joined by a line.</summary>
[BlockType("ratings", Name = "Ratings", Category = "Inspection", Icon = "chart", Help = "An inspecting body’s grades over time, as a chart and a table.")]
public sealed partial record RatingsBlock : Block
{
    /// <summary>The scale of Ofsted and of the Care Quality Commission, best first.</summary>
    public static readonly IReadOnlyList<string> FourGrades = ["Outstanding", "Good", "Requires improvement", "Inadequate"];

    /// <summary>Who inspects, such as "Ofsted"; null while it is not written.</summary>
    [Field("Inspecting body", Required = true, HardLimit = 80, IsOthersWords = true)]
    public string? Body { get; init => field = Plain.Line(value); }

    /// <summary>The rules that the grades were given under, unless an entry names others; null when not known.</summary>
    [Field("Framework", SoftLimit = 120, HardLimit = 200, Help = "Such as “Inspection of local authority children’s services (ILACS), since 2018”.", IsOthersWords = true)]
    public string? Framework { get; init => field = Plain.Line(value); }

    /// <summary>What is graded, such as "children’s services in Somerset"; null when the body says enough.</summary>
    [Field("What is graded", SoftLimit = 100, HardLimit = 160, Help = "Such as “children’s services in Somerset”.")]
    public string? Scope { get; init => field = Plain.Line(value); }

    /// <summary>The grades that can be given, best first, without "|"; empty for <see cref="FourGrades"/>.</summary>
    [Field("Scale", Control = FieldControl.Paragraphs, HardLimit = 200, Help = "Best first; leave empty for Outstanding to Inadequate.", IsOthersWords = true)]
    public IReadOnlyList<string> Scale { get; init => field = Plain.Paragraphs(value?.Select(g => g?.Replace('|', '/')!)); } = [];

    /// <summary>The grades given, in any order.</summary>
    [Field("Grades", Control = FieldControl.Items, Required = true)]
    public IReadOnlyList<Rating> Entries { get; init => field = Plain.Items(value); } = [];

    /// <summary>Nothing: the chart and the table are the site's own words.</summary>
    public override string ToPlainText() => "";

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        foreach (var entry in Entries)
        {
            if (entry.When is null) yield return Issue.Stop("entries", $"“{entry.Grade}” has no date: add when the inspection was, or when the report came out.");
            if (entry.Published < entry.Inspected) yield return Issue.Warn("entries", $"“{entry.Grade}” was published before the inspection. Is one of the dates wrong?");
            if (entry.Grade is not null && StepOf(entry.Grade) < 0) yield return Issue.Warn("entries", $"“{entry.Grade}” is not on the scale ({string.Join(", ", Steps)}), so no chart is drawn.");
            if ((entry.Framework ?? Framework) is null && Entries.Count > 1) yield return Issue.Warn("framework", "Name the framework: grades are compared only within one.");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() => Entries.SelectMany(e => CitedSources.Reference(e.Report));

    /// <summary>The scale in force, best first.</summary>
    internal IReadOnlyList<string> Steps => Scale.Count > 0 ? Scale : FourGrades;

    /// <summary>The grade's place on the scale, 0 for the best; below 0 when it is not on it.</summary>
    internal int StepOf(string grade)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (string.Equals(Steps[i], grade, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}

/// <summary>One grade.</summary>
public sealed record Rating
{
    /// <summary>The grade, such as "Good"; null while it is not written.</summary>
    [Field("Grade", Required = true, HardLimit = 60, IsOthersWords = true)]
    public string? Grade { get; init => field = Plain.Line(value); }

    /// <summary>When the inspection was; null when not known.</summary>
    [Field("Inspected", Control = FieldControl.PartialDate)]
    public PartialDate? Inspected { get; init; }

    /// <summary>When the report came out; null when not known.</summary>
    [Field("Report published", Control = FieldControl.PartialDate)]
    public PartialDate? Published { get; init; }

    /// <summary>Slug of the report in the register of sources; null when it is not there.</summary>
    [Field("Report", Control = FieldControl.Source)]
    public string? Report { get; init => field = Plain.Line(value); }

    /// <summary>The framework, when it differs from the block's; null otherwise.</summary>
    [Field("Framework, if another", SoftLimit = 120, HardLimit = 200, IsOthersWords = true)]
    public string? Framework { get; init => field = Plain.Line(value); }

    /// <summary>What should be known of this entry, such as how the article words its date; null for nothing.</summary>
    [Field("Note", SoftLimit = 120, HardLimit = 240, Help = "Such as “2015 as the article words it”.")]
    public string? Note { get; init => field = Plain.Line(value); }

    /// <summary>Where it stands in time: the inspection when known, else the report; null when neither is.</summary>
    internal PartialDate? When => Inspected ?? Published;
}
