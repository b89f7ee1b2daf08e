using System.Globalization;
using System.Text;

namespace NewsSite.Web.Data;

/// <summary>Finds records by the beginnings of their words, in any order. Capitals, accents and apostrophes do not count: “nic fra” finds Frances Nicholson.</summary>
public sealed class WordQuery
{
    private readonly string[] _wanted;

    /// <summary>Reads what somebody typed.</summary>
    /// <param name="typed">The words; null or empty finds everything.</param>
    public WordQuery(string? typed) => _wanted = WordsOf(typed);

    /// <summary>Whether it finds everything.</summary>
    public bool IsEmpty => _wanted.Length == 0;

    /// <summary>Whether each wanted word begins a word of these texts.</summary>
    public bool Finds(params IEnumerable<string?> texts) => FindsAmong([.. texts.SelectMany(WordsOf)]);

    /// <summary>Whether each wanted word begins one of these, which <see cref="WordsOf"/> has made.</summary>
    public bool FindsAmong(IReadOnlyList<string> words) => Array.TrueForAll(_wanted, wanted => words.Any(w => w.StartsWith(wanted, StringComparison.Ordinal)));

    /// <summary>Whether a text begins with what was typed, so that it belongs before the others.</summary>
    public bool Begins(string text) => string.Join(' ', WordsOf(text)).StartsWith(string.Join(' ', _wanted), StringComparison.Ordinal);

    /// <summary>Whether two names are the same but for capitals, accents and signs.</summary>
    public static bool AreSame(string one, string other) => WordsOf(one).SequenceEqual(WordsOf(other), StringComparer.Ordinal);

    /// <summary>The words of a text in the form in which they are compared.</summary>
    public static string[] WordsOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark) plain.Append(' ');
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
