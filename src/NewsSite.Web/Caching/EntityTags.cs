using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Caching;

/// <summary>Entity tags: one for each coding of a page, since a strong tag promises the very same bytes.</summary>
internal static class EntityTags
{
    private const int HashBytes = 12;

    /// <summary>A strong tag computed from the bytes, with the coding as its suffix.</summary>
    public static string Compute(ReadOnlySpan<byte> body, ContentCoding coding)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"\"{Base64Url.EncodeToString(hash[..HashBytes])}{Suffix(coding)}\"";
    }

    /// <summary>The tag that a page gave itself, made to differ for each coding.</summary>
    public static string Of(string given, ContentCoding coding) =>
        given.EndsWith('"') ? $"{given[..^1]}{Suffix(coding)}\"" : given;

    /// <summary>
    /// The tag as the page gave it, without the coding's suffix: for <c>If-Match</c> on what was read compressed.
    /// </summary>
    public static string WithoutCoding(string tag)
    {
        foreach (var coding in (ReadOnlySpan<ContentCoding>)[ContentCoding.Gzip, ContentCoding.Brotli])
        {
            var end = Suffix(coding) + '"';
            if (tag.EndsWith(end, StringComparison.Ordinal)) return tag[..^end.Length] + '"';
        }

        return tag;
    }

    /// <summary>Whether <c>If-None-Match</c> names this tag: a list or <c>*</c>, compared weakly (RFC 9110, 13.1.2).</summary>
    public static bool Match(StringValues ifNoneMatch, string tag)
    {
        var opaque = Opaque(tag);
        foreach (var line in ifNoneMatch)
        {
            // A comma may stand inside a tag, but in none of ours: a split one can only fail to match.
            foreach (var range in line.AsSpan().Split(','))
            {
                var named = line.AsSpan()[range].Trim();
                if (named is "*" || Opaque(named).SequenceEqual(opaque)) return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Opaque(ReadOnlySpan<char> tag) =>
        tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static string Suffix(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "-br",
        ContentCoding.Gzip => "-gz",
        _ => "",
    };
}
