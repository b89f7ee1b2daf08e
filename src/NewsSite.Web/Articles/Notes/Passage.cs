using System.Text.RegularExpressions;

namespace NewsSite.Web.Articles.Notes;

/// <summary>Words that a note is about, with a little of what stands around them, so that they are found again. White space of any kind counts as one space.</summary>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">What stands before them, at most <see cref="Around"/> characters.</param>
/// <param name="Suffix">What stands after them, at most <see cref="Around"/> characters.</param>
public sealed partial record Passage(string Exact, string Prefix, string Suffix)
{
    /// <summary>Characters kept on each side.</summary>
    public const int Around = 32;

    /// <summary>Characters that a passage may have.</summary>
    public const int Longest = 5_000;

    /// <summary>The passage at a place of a text.</summary>
    public static Passage At(string text, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.Substring(start, length), text[Math.Max(0, start - Around)..start], text[(start + length)..Math.Min(text.Length, start + length + Around)]);
    }

    /// <summary>The passage as it is kept: white space made plain, its surroundings cut to size; null when it holds no words.</summary>
    public Passage? Tidy()
    {
        var exact = Plain(Exact).Trim();
        var (prefix, suffix) = (Plain(Prefix), Plain(Suffix));
        return exact.Length == 0 ? null : new(exact, prefix[Math.Max(0, prefix.Length - Around)..], suffix[..Math.Min(Around, suffix.Length)]);
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string Plain(string? text) => Spaces().Replace(text ?? "", " ");

    /// <summary>How many characters of the surroundings are the same at a place of a text.</summary>
    internal int SameAround(string text, int start)
    {
        var (before, after) = (0, 0);
        while (before < Prefix.Length && before < start && Prefix[^(before + 1)] == text[start - before - 1]) before++;
        var end = start + Exact.Length;
        while (after < Suffix.Length && end + after < text.Length && Suffix[after] == text[end + after]) after++;
        return before + after;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
