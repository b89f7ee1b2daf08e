namespace NewsSite.Web.Data;

/// <summary>Words as the newsroom's search compares them: small letters without accents, cut to a length that tells them apart.</summary>
public static class SearchWords
{
    /// <summary>Characters of a word that count.</summary>
    public const int Longest = 24;

    private const int Most = 40;

    /// <summary>The different words of some texts, in their order.</summary>
    public static IReadOnlyList<string> Of(params IEnumerable<string> texts) =>
        [.. texts.SelectMany(WordQuery.WordsOf).Select(word => word.Length > Longest ? word[..Longest] : word).Distinct(StringComparer.Ordinal).Take(Most)];
}
