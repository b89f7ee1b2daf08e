using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Caching;

/// <summary>Which responses are pages, and which pages are the same for everyone.</summary>
internal static class PageKinds
{
    /// <summary>In bytes before compression. Anything larger is streamed as it comes.</summary>
    public const int LargestPage = 4 * 1_048_576;

    private static readonly FrozenSet<string> MediaTypes = FrozenSet.ToFrozenSet(
        [
            "text/html", "text/plain", "text/markdown", "text/css", "text/javascript", "image/svg+xml", "text/xml", "application/xml", "application/rss+xml",
            "application/atom+xml", "application/feed+json", "application/json", "application/schema+json",
            "application/ld+json", "application/manifest+json", "text/yaml", "application/yaml",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A 200 of a textual kind that nobody has encoded yet. Static files bring encodings of their own.</summary>
    public static bool MayBePage(IHttpResponseFeature response) =>
        response.StatusCode == StatusCodes.Status200OK
        && response.Headers.ContentEncoding.Count == 0
        && response.Headers.ContentLength is null or <= LargestPage
        && response.Headers.ContentType is [{ } type]
        && MediaTypes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(MediaType(type));

    /// <summary>
    /// False for what was made for one reader: it sets a cookie, is declared private or not to be stored, or varies
    /// by more than its coding.
    /// </summary>
    public static bool IsForEveryone(IHeaderDictionary headers) =>
        headers.SetCookie.Count == 0
        && !Names(headers.CacheControl, "private")
        && !Names(headers.CacheControl, "no-store")
        && headers.Vary.All(line => line is null || line.Split(',', StringSplitOptions.TrimEntries
            | StringSplitOptions.RemoveEmptyEntries).All(IsAcceptEncoding));

    /// <summary>Whether a comma-separated header holds this member, arguments aside.</summary>
    public static bool Names(StringValues header, string member) =>
        header.Any(line => line is not null && line.Split(',').Any(part =>
            part.Split('=')[0].Trim().Equals(member, StringComparison.OrdinalIgnoreCase)));

    private static bool IsAcceptEncoding(string name) =>
        name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> MediaType(string type)
    {
        var parameters = type.IndexOf(';', StringComparison.Ordinal);
        return (parameters < 0 ? type : type.AsSpan(0, parameters)).Trim();
    }
}
