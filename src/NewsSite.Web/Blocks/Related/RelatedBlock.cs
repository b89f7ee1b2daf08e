using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.Related;

/// <summary>Links to other articles of this site. One that readers cannot see is left out.</summary>
[BlockType("related", Name = "Related articles", Category = "Sources", Icon = "link", Help = "Articles that a reader of this one will want.")]
public sealed partial record RelatedBlock : Block
{
    /// <summary>The articles, the most useful first.</summary>
    [Field("Articles", Control = FieldControl.Items, Required = true)]
    public IReadOnlyList<RelatedArticle> Articles { get; init => field = Plain.Items(value); } = [];

    /// <summary>Nothing: the headlines are other articles' words.</summary>
    public override string ToPlainText() => "";

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        if (Articles.GroupBy(a => a.Slug).FirstOrDefault(g => g.Key is not null && g.Count() > 1) is { } twice) yield return Issue.Warn("articles", $"“{twice.Key}” is named twice.");
        if (Articles.Count > 5) yield return Issue.Warn("articles", $"{Articles.Count} articles are many: up to three are followed.");
    }

    /// <inheritdoc/>
    public override IEnumerable<Reference> References() => Articles.Where(a => a.Slug is not null).Select(a => new Reference(ReferenceKind.Article, a.Slug!));
}

/// <summary>One link.</summary>
public sealed record RelatedArticle
{
    /// <summary>Slug of the article; null while none is chosen.</summary>
    [Field("Article", Control = FieldControl.Article, Required = true)]
    public string? Slug { get; init => field = Plain.Line(value); }

    /// <summary>Why it is worth reading, in a few words; null for none.</summary>
    [Field("Reason", SoftLimit = 80, HardLimit = 160, Help = "Such as “what the inspectors said in 2014”.")]
    public string? Reason { get; init => field = Plain.Line(value); }
}
