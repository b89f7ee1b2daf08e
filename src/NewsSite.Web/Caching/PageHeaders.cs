using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

/// <summary>Takes from a response the headers that belong to its page.</summary>
internal static class PageHeaders
{
    private static readonly FrozenSet<string> NotKept = FrozenSet.ToFrozenSet(
        [
            HeaderNames.CacheControl, HeaderNames.Vary, HeaderNames.ETag, HeaderNames.ContentLength,
            HeaderNames.ContentEncoding, HeaderNames.SetCookie, HeaderNames.Date, HeaderNames.Server,
            HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.TransferEncoding, HeaderNames.AltSvc,
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="headers">The response's, once rendered.</param>
    /// <param name="former">As they were before: what was set outside the cache belongs to this one request.</param>
    /// <param name="body">The page's bytes.</param>
    /// <param name="cacheControl">For readers' caches, where the page says nothing itself.</param>
    public static RenderedPage Describe(
        IHeaderDictionary headers, KeyValuePair<string, StringValues>[] former, ReadOnlyMemory<byte> body,
        StringValues cacheControl) => new()
        {
            Body = body,
            Headers = [.. headers.Where(header => !NotKept.Contains(header.Key) && !former.Contains(header))],
            EntityTag = headers.ETag is [{ } tag] ? tag : null,
            CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : cacheControl,
            Vary = PageKinds.Names(headers.Vary, HeaderNames.AcceptEncoding)
            ? headers.Vary
            : StringValues.Concat(headers.Vary, HeaderNames.AcceptEncoding),
        };
}
