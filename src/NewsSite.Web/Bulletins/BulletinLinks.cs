using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NewsSite.Web.Bulletins;

/// <summary>What a link in a mail to a subscriber opens.</summary>
internal enum BulletinLink
{
    /// <summary>Confirms what was asked: the id of its proof.</summary>
    Confirm,

    /// <summary>Stops what an edition is part of: subscriber and edition.</summary>
    Stop,

    /// <summary>Shows and changes everything that a subscriber gets.</summary>
    Yours,
}

/// <summary>Makes and reads the tokens of links in mails. They are sealed with the site's own keys, and nothing of them is stored.</summary>
internal sealed class BulletinLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a confirmation can be given, and how long the links of a bulletin are good.</summary>
    public static readonly TimeSpan ConfirmLife = TimeSpan.FromDays(7), LinkLife = TimeSpan.FromDays(3650);

    private readonly IDataProtector _protector = protection.CreateProtector("NewsSite.Bulletins.Links");

    /// <summary>A token.</summary>
    /// <param name="kind">What it opens.</param>
    /// <param name="id">The proof or the subscriber.</param>
    /// <param name="edition">The edition in which it stands; null for none.</param>
    public string Make(BulletinLink kind, Guid id, Guid? edition = null)
    {
        var until = clock.GetUtcNow() + (kind is BulletinLink.Confirm ? ConfirmLife : LinkLife);
        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{kind}|{until.ToUnixTimeSeconds()}|{id:N}|{edition:N}"));
    }

    /// <summary>What a token is about; null when it is no good, or not any more.</summary>
    public (Guid Id, Guid? Edition)? Read(BulletinLink kind, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2_000) return null;
        try
        {
            return _protector.Unprotect(token).Split('|') is [var name, var until, var id, var edition] && name == kind.ToString()
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                    ? (Guid.Parse(id), edition.Length == 0 ? null : Guid.Parse(edition)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
