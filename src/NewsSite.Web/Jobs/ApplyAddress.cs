using System.Net.Mail;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Jobs;

/// <summary>Where people apply: a page on the web, or an address for letters. Nothing else is ever put into a link.</summary>
public static class ApplyAddress
{
    /// <summary>Words for a fault: what is allowed.</summary>
    public const string Expected = "an address that begins with https://, http:// or mailto:";

    private const string Mail = "mailto:";

    /// <summary>Whether it is one.</summary>
    public static bool Is(string? words) =>
        words is { Length: <= 2_000 } && (FormReader.IsWebAddress(words)
            || (words.StartsWith(Mail, StringComparison.OrdinalIgnoreCase) && !words.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
                && MailAddress.TryCreate(Uri.UnescapeDataString(words[Mail.Length..].Split('?')[0]), out var address) && address.DisplayName.Length == 0));
}
