using System.Text.RegularExpressions;
using NewsSite.Web.Data;
using NewsSite.Web.Mail.Lines;

namespace NewsSite.Web.Bulletins.Sending;

/// <summary>A mail server's report (RFC 3464) that an address takes no mail.</summary>
/// <param name="Subscriber">Whose address it is.</param>
/// <param name="Status">The enhanced status, such as 5.1.1.</param>
internal sealed partial record Bounce(Guid Subscriber, string Status)
{
    /// <summary>Reads a mail; null when it is no report, or tells of something that may pass: a full box, a rule, a server that is away.</summary>
    public static Bounce? Of(string mail)
    {
        if (!Failed().IsMatch(mail) || StatusLine().Match(mail) is not { Success: true } status || SmtpReply.IsAddressFault(status.Groups[1].Value) is not true) return null;
        var key = ReturnPath().Match(mail) is { Success: true } path ? path.Groups[1].Value : MessageId().Match(mail) is { Success: true } id ? id.Groups[1].Value : null;
        return key is null ? null : new(Guid.ParseExact(key, "N"), status.Groups[1].Value);
    }

    [GeneratedRegex(@"^Action:\s*failed\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^Status:\s*(\d\.\d{1,3}\.\d{1,3})", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"\+([0-9a-f]{32})@", RegexOptions.IgnoreCase)]
    private static partial Regex ReturnPath();

    [GeneratedRegex(@"<[0-9a-f]{32}\.([0-9a-f]{32})@", RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}

/// <summary>Stops the addresses of mails that came back.</summary>
internal sealed class Bounces(NewsDb db, TimeProvider clock)
{
    /// <summary>Takes one.</summary>
    /// <returns>Whether an address that took mail until now is stopped by it.</returns>
    public Task<bool> TakeAsync(Bounce bounce, CancellationToken ct) => StoppedAddresses.StopAsync(db, bounce.Subscriber, $"{bounce.Status} in a mail that came back", clock.GetUtcNow(), ct);
}
