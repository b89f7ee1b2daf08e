namespace NewsSite.Web.Caching;

/// <summary>The content codings a page is served in (RFC 9110, 8.4.1). The numbers index a page's encodings.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}
