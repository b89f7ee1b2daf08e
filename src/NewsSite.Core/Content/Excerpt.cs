namespace NewsSite.Core.Content;

/// <summary>The beginning of a text. It ends with a sentence where one ends in time, otherwise after a whole word and with an ellipsis; never within a word.</summary>
public static class Excerpt
{
    private const string Cut = "…";

    // A sentence that ends before this much of the room is too little to go by.
    private const double LeastOfRoom = 0.4;

    // What is shorter and has no full stop was written so.
    private const int LeastOfCut = 80;

    private static readonly HashSet<string> Shortened = new(["Cllr", "Cllrs", "Mr", "Mrs", "Ms", "Mx", "Dr", "St", "Prof", "Rev", "Hon", "etc", "approx", "incl", "dept", "tel"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The beginning of a text.</summary>
    /// <param name="text">The text; null and white space give nothing.</param>
    /// <param name="longest">Most characters, the ellipsis counted; at least 1.</param>
    /// <returns>One line; empty when not even the first word has room.</returns>
    public static string Of(string? text, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        string[] words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var whole = string.Join(' ', words);
        if (whole.Length <= longest) return whole;
        var (length, sentence, word) = (0, 0, 0);
        foreach (var next in words)
        {
            length += next.Length + (length > 0 ? 1 : 0);
            if (length > longest) break;
            if (EndsSentence(next)) sentence = length;
            if (length + Cut.Length <= longest) word = length;
        }
        if (sentence >= longest * LeastOfRoom) return whole[..sentence];
        return word == 0 ? "" : whole[..word].TrimEnd(',', ';', ':', '-', '–', '—', ' ') is { Length: > 0 } kept ? kept + Cut : "";
    }

    /// <summary>The same of a text that may have come to us cut, as advertisements do: where one of some length stops without ending a sentence, its last word may be half of one and is left out.</summary>
    /// <param name="text">The text; null and white space give nothing.</param>
    /// <param name="longest">Most characters, the ellipsis counted; at least 1.</param>
    public static string OfCut(string? text, int longest)
    {
        var whole = Of(text, int.MaxValue);
        return whole.Length < LeastOfCut || whole.Length > longest || EndsSentence(whole.Split(' ')[^1]) ? Of(whole, longest) : Of(whole, whole.Length - 1);
    }

    private static bool EndsSentence(string word)
    {
        var bare = word.TrimEnd('”', '’', '"', '\'', ')', ']');
        // “Cllr.”, “p.a.” and initials end no sentence.
        return bare is [.., '.' or '!' or '?' or '…'] && !(bare[^1] == '.' && (bare.Length <= 3 || bare[..^1].Contains('.', StringComparison.Ordinal) || Shortened.Contains(bare[..^1].TrimStart('“', '‘', '(', '"'))));
    }
}
