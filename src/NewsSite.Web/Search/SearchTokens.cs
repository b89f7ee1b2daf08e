using System.Globalization;
using System.Text;

namespace NewsSite.Web.Search;

/// <summary>A word in a text, as search compares it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters of the text it takes.</param>
/// <param name="Word">In small letters without accents; letters and digits only.</param>
internal readonly record struct SearchToken(int Start, int Length, string Word);

/// <summary>Cuts texts into words, for the index, for queries and for the passages of results alike: capitals, accents and signs do not count, and an “’s” is left out.</summary>
internal static class SearchTokens
{
    private const int Longest = 60;

    /// <summary>The words in their order.</summary>
    public static IEnumerable<SearchToken> Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var word = new StringBuilder();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && IsPart(text, i, start >= 0);
            if (isPart)
            {
                if (start < 0) start = i;
                if (word.Length < Longest) Fold(text[i], word);
                continue;
            }
            if (start < 0) continue;
            if (word.Length > 0 && !IsPossessive(text, start, word)) yield return new(start, i - start, word.ToString());
            word.Clear();
            start = -1;
        }
    }

    /// <summary>The words alone.</summary>
    public static string[] WordsOf(string? text) => [.. Of(text).Select(t => t.Word)];

    /// <summary>The words with a space between them.</summary>
    public static string Plain(string? text) => string.Join(' ', Of(text).Select(t => t.Word));

    private static bool IsPart(string text, int at, bool isInside)
    {
        var c = text[at];
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c);
        return char.IsLetterOrDigit(c) || (isInside && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);
    }

    private static void Fold(char c, StringBuilder word)
    {
        if (char.IsAscii(c))
        {
            word.Append(char.ToLowerInvariant(c));
            return;
        }
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(part)) word.Append(char.ToLowerInvariant(part));
    }

    private static bool IsPossessive(string text, int start, StringBuilder word) => word.Length == 1 && word[0] == 's' && start > 1 && text[start - 1] is '\'' or '’' && char.IsLetterOrDigit(text[start - 2]);
}
