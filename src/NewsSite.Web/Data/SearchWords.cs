using System.Globalization;
using System.Text;

namespace NewsSite.Web.Data;

/// <summary>Words as the newsroom's search compares them: small letters without accents, cut to a length that tells them apart.</summary>
public static class SearchWords
{
    /// <summary>Characters of a word that count.</summary>
    public const int Longest = 24;

    private const int Most = 40;

    /// <summary>The different words of some texts, in their order.</summary>
    public static IReadOnlyList<string> Of(params ReadOnlySpan<string> texts)
    {
        var words = new List<string>();
        foreach (var text in texts)
            foreach (var word in Split(text))
                if (words.Count < Most && !words.Contains(word, StringComparer.Ordinal)) words.Add(word);
        return words;
    }

    // “Children’s” is one word, “by-pass” are two.
    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (word.Length < Longest) word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
