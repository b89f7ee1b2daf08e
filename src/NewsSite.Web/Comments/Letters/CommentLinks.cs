using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NewsSite.Web.Comments.Letters;

/// <summary>What a link in a mail to a reader opens.</summary>
internal enum LinkKind
{
    /// <summary>Confirms a commenter's address.</summary>
    Confirm,

    /// <summary>Stops mails about answers to a commenter.</summary>
    Stop,

    /// <summary>Appeals against the refusal of a comment.</summary>
    Appeal,

    /// <summary>Shows and erases what is held about an e-mail address.</summary>
    Held,
}

/// <summary>Makes and reads the tokens of links in mails. They are sealed with the site's own keys, and nothing of them is stored.</summary>
internal sealed class CommentLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("NewsSite.Comments.Links");

    /// <summary>A token.</summary>
    /// <param name="kind">What it opens.</param>
    /// <param name="about">The commenter's id, the comment's, or an e-mail address.</param>
    /// <param name="life">How long it is good.</param>
    public string Make(LinkKind kind, string about, TimeSpan life) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{kind}|{(clock.GetUtcNow() + life).ToUnixTimeSeconds()}|{about}"));

    /// <summary>What a token is about; null when it is no good, or not any more.</summary>
    public string? Read(LinkKind kind, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2_000) return null;
        try
        {
            return _protector.Unprotect(token).Split('|', 3) is [var name, var until, var about] && name == kind.ToString()
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? about : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The same for a token about something with an id.</summary>
    public Guid? ReadId(LinkKind kind, string? token) => Guid.TryParse(Read(kind, token), out var id) ? id : null;
}
