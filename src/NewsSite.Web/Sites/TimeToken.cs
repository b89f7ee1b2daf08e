using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Sites;

/// <summary>A word, number or sign of what was typed for a time.</summary>
/// <param name="Text">In small letters, a number without its ending.</param>
/// <param name="Number">Its number; null when it is none.</param>
/// <param name="IsOrdinal">Whether the number had an ending, as in "24th".</param>
/// <param name="IsGlued">Whether nothing stands between it and the one before.</param>
internal readonly partial record struct TimeToken(string Text, int? Number, bool IsOrdinal, bool IsGlued)
{
    public static List<TimeToken> Split(string typed)
    {
        var plain = HalfDay().Replace(typed.Replace('’', '\''), "${h}m");
        var tokens = new List<TimeToken>();
        var end = -1;
        foreach (Match match in Token().Matches(plain))
        {
            var isNumber = match.Groups["n"].Success;
            var text = isNumber ? match.Groups["n"].Value : match.Value;
            tokens.Add(new(text, isNumber ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null, match.Groups["th"].Success, match.Index == end));
            end = match.Index + match.Length;
        }
        return tokens;
    }

    // Whatever is neither space nor comma is a token, so that nothing is passed over.
    [GeneratedRegex(@"(?<n>[0-9]{1,8})((?<th>st|nd|rd|th)(?!\p{L}))?(?![0-9])|\p{L}[\p{L}\p{M}']*|[0-9]+|[^\s,]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<!\p{L})(?<h>[ap])\.? ?m(?!\p{L})\.?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HalfDay();
}
