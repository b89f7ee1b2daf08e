using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Core.Content;

/// <summary>Names in addresses, which are also the names of content files.</summary>
public static partial class Slug
{
    /// <summary>What a slug is made of, for messages.</summary>
    public const string Expected = "up to 120 of a–z, 0–9 and single hyphens between them, such as good-for-childrens-services";

    /// <summary>Characters that a slug may have at most.</summary>
    public const int Longest = 120;

    /// <summary>The form as JSON Schema writes it.</summary>
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>Whether the text can be a slug.</summary>
    public static bool IsSlug(string? text) => text is { Length: <= Longest } && Form().IsMatch(text);

    /// <summary>The slug of some words, such as a headline; empty when there is no letter or digit in them that a slug can have.</summary>
    /// <param name="text">The words.</param>
    /// <param name="longest">Characters it may have at most; cut between words where there is more than one.</param>
    public static string Of(string text, int longest = Longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = Apostrophes().Replace(text, "").Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var slug = Others().Replace(Marks().Replace(bare, ""), "-").Trim('-');
        if (slug.Length <= longest) return slug;
        var end = slug.LastIndexOf('-', longest);
        return slug[..(end > 0 ? end : longest)].TrimEnd('-');
    }

    [GeneratedRegex("['’]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"\p{Mn}")]
    private static partial Regex Marks();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
