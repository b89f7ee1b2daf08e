using System.Text.RegularExpressions;

namespace NewsSite.Web.Mail.Lines;

/// <summary>What a server answered.</summary>
/// <param name="Code">Such as 250.</param>
/// <param name="Lines">The words after it.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>Whether it said yes.</summary>
    public bool IsYes => Code is >= 200 and < 400;

    /// <summary>The enhanced status (RFC 3463), such as 5.1.1; null when it gave none.</summary>
    public string? Status => Lines.Count > 0 && Enhanced().Match(Lines[^1]) is { Success: true } found ? found.Value : null;

    /// <summary>Whether it says that the address is none, or closed for good. A full box, a rule against the sender or the words says nothing of the kind.</summary>
    public bool IsAboutAddress => IsAddressFault(Status) ?? Code is 550 or 551 or 553;

    /// <summary>The same of a status alone; null when it is none.</summary>
    public static bool? IsAddressFault(string? status) => status is null ? null : status is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1" or "5.1.0" or "5.0.0";

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}")]
    private static partial Regex Enhanced();
}
