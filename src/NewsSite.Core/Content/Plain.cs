using System.Text.RegularExpressions;

namespace NewsSite.Core.Content;

/// <summary>The normal forms of plain text in blocks, so that what is saved is what content files give back.</summary>
public static partial class Plain
{
    /// <summary>One line: line breaks become spaces, white space around is dropped; null when nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        var line = Breaks().Replace(text, " ").Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>Words in quotation marks; those that stand in them become single ones.</summary>
    public static string Quoted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"“{text.Replace('“', '‘').Replace('”', '’')}”";
    }

    /// <summary>Paragraphs: each one line, none empty.</summary>
    public static IReadOnlyList<string> Paragraphs(IEnumerable<string>? paragraphs) =>
        [.. (paragraphs ?? []).Select(Line).OfType<string>()];

    /// <summary>Items of a list, none null.</summary>
    public static IReadOnlyList<T> Items<T>(IEnumerable<T?>? items)
        where T : class => [.. (items ?? []).OfType<T>()];

    /// <summary>Text of several lines: LF line ends, no blank lines around.</summary>
    public static string Text(string? text) =>
        text is null ? "" : ArticleText.Trimmed(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal).Split('\n'));

    /// <summary>Several lines without white space around; null when nothing is left.</summary>
    public static string? Lines(string? text) => Text(text).Trim() is { Length: > 0 } lines ? lines : null;

    [GeneratedRegex(@"[\r\n\u0085\u2028\u2029\f\v\0]+")]
    private static partial Regex Breaks();
}
