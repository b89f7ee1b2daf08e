using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Blocks.PullQuote;

/// <summary>A passage of the article, set large. It repeats words and adds none, so screen readers and the word test leave it out.</summary>
[BlockType("pull-quote", Name = "Pull quote", Category = "Voices", Icon = "pull-quote", Help = "A telling passage that already stands in the article, set large.")]
public sealed partial record PullQuoteBlock : Block, IRepeatsWords
{
    /// <summary>The passage, word for word as it stands in the article; null while it is not chosen.</summary>
    [Field("Passage", Required = true, SoftLimit = 140, HardLimit = 300, Help = "Copy it from the article without changing a word.", IsOthersWords = true)]
    public string? Text { get; init => field = Plain.Line(value); }

    /// <inheritdoc/>
    public override string ToPlainText() => Text ?? "";

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (Text is not null && !article.Contains(Text))
            yield return Issue.Warn("text", "This passage does not stand in the article word for word. Copy it again, or make it a quote.");
    }
}
