using System.Text.RegularExpressions;
using NewsSite.Core.Blocks;

namespace NewsSite.Web.Blocks;

/// <summary>What is said of a picture has to fit what the picture is there for.</summary>
public static partial class PictureWords
{
    private static readonly string[] EmptyNouns = ["image", "picture", "photo", "photograph", "graphic", "img"];

    /// <summary>What to mend; fields are called <c>purpose</c>, <c>alt</c> and <c>caption</c>.</summary>
    /// <param name="purpose">What the picture is there for; null until it is chosen.</param>
    /// <param name="alt">The description; null for none.</param>
    /// <param name="caption">The caption; null for none.</param>
    /// <param name="headline">The article's headline, which a description should not repeat; null when it is not known.</param>
    /// <param name="file">The picture's file, whose name a description should not be; null when none is chosen.</param>
    public static IEnumerable<Issue> Check(PicturePurpose? purpose, string? alt, string? caption, string? headline = null, string? file = null)
    {
        if (purpose is PicturePurpose.Described && alt is null) yield return Issue.Stop("alt", "Describe what the picture shows, or choose another purpose.");
        if (purpose is PicturePurpose.Captioned && caption is null) yield return Issue.Stop("caption", "Write the caption that says what the picture shows, or choose another purpose.");
        if (purpose is PicturePurpose.Decorative or PicturePurpose.Captioned && alt is not null) yield return Issue.Warn("alt", "This description is not used: it is shown only when the purpose is “described”.");
        if (alt is null) yield break;
        if (Same(alt, caption)) yield return Issue.Warn("alt", "The description repeats the caption, so it would be read out twice. Say what the picture shows, or choose “captioned”.");
        if (Same(alt, headline)) yield return Issue.Warn("alt", "The description repeats the headline. Say what the picture shows.");
        var words = alt.TrimEnd('.', '!', ' ').Split([' ', '.', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && EmptyNouns.Contains(words[^1], StringComparer.OrdinalIgnoreCase)) yield return Issue.Warn("alt", $"The description ends in “{words[^1]}”, which screen readers say by themselves. Say what the picture shows.");
        if (FileEnding().IsMatch(alt) || CameraName().IsMatch(alt) || (alt.Contains('-', StringComparison.Ordinal) && Same(alt, Path.GetFileNameWithoutExtension(file)))) yield return Issue.Warn("alt", "The description looks like a file’s name. Say what the picture shows.");
    }

    private static bool Same(string alt, string? other) =>
        other is not null && string.Equals(alt.Trim('.', ' '), other.Trim('.', ' '), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\.(jpe?g|png|webp|gif|avif|heic|tiff?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileEnding();

    // What cameras, telephones and screens call their files.
    [GeneratedRegex(@"^(img|dscn?|pxl|p|image|photo|screenshot|whatsapp image)[-_ ]?\d[-_ \d]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CameraName();
}
