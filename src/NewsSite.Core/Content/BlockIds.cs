using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Core.Content;

/// <summary>Ids of blocks.</summary>
public static partial class BlockIds
{
    /// <summary>Whether the text can be an id: 1 to 40 of a–z, 0–9 and hyphen, a letter or digit first.</summary>
    public static bool IsId(string text) => Form().IsMatch(text);

    /// <summary>The id of a block that was given none, the same for every import of the same article.</summary>
    /// <param name="slug">The article's slug.</param>
    /// <param name="position">The block's position, from 0.</param>
    public static string Make(string slug, int position)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{slug}/{position}"), hash);
        return "b" + Convert.ToHexStringLower(hash[..4]);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Form();
}
