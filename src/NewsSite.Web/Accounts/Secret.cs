using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Web.Accounts;

/// <summary>Random words that open something, and what of them is stored: 256 bits cannot be guessed from their hash, so it needs no salt.</summary>
internal static class Secret
{
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
