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

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
