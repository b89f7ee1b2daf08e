using System.Text.RegularExpressions;

namespace NewsSite.Core.Blocks;

/// <summary>The words of a whole article, for checks that look beyond one block.</summary>
/// <param name="standfirst">The standfirst; null for none.</param>
/// <param name="blocks">The blocks.</param>
/// <param name="headline">The headline; null when it is not known.</param>
public sealed partial class ArticleWords(string? standfirst, IReadOnlyList<Block> blocks, string? headline = null)
{
    private string? _text;

    /// <summary>The headline; null when it is not known.</summary>
    public string? Headline => headline;

    /// <summary>Whether the passage stands word for word in the article, outside the blocks that only repeat passages. White space and the form of quotation marks do not count.</summary>
    public bool Contains(string passage) => Text.Contains(Plain(passage), StringComparison.Ordinal);

    private string Text => _text ??= Plain(string.Join('\n', [standfirst ?? "", .. blocks.Where(b => b is not IRepeatsWords).Select(b => b.ToPlainText())]));

    private static string Plain(string text) =>
        Spaces().Replace(text.Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"'), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>A block whose words repeat a passage of the article and add none, such as a pull quote.</summary>
public interface IRepeatsWords;

/// <summary>A block that shows what a named person said. The statements of a person across articles are gathered from it.</summary>
public interface IAttributedWords
{
    /// <summary>Slug of the person; null when the words are nobody's in the register.</summary>
    string? Person { get; }

    /// <summary>The name as it was given that day.</summary>
    string? Name { get; }

    /// <summary>The role held that day; null when none was given.</summary>
    string? Role { get; }

    /// <summary>Where it was said, as it follows the word "at", such as "the opening of SCC Executive"; null when not known.</summary>
    string? Occasion { get; }

    /// <summary>The words, a paragraph each, exactly as given.</summary>
    IReadOnlyList<string> Words { get; }
}
