using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

/// <summary>A page in one content coding, with every header worked out beforehand.</summary>
internal sealed class EncodedPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly KeyValuePair<string, StringValues>[] _notModifiedHeaders;
    private readonly ReadOnlyMemory<byte> _body;
    private readonly string _entityTag;

    public EncodedPage(RenderedPage page, ContentCoding coding, ReadOnlyMemory<byte> body, string entityTag)
    {
        _body = body;
        _entityTag = entityTag;
        List<KeyValuePair<string, StringValues>> headers =
        [
            .. page.Headers,
            new(HeaderNames.CacheControl, page.CacheControl),
            new(HeaderNames.Vary, page.Vary),
            new(HeaderNames.ETag, entityTag),
        ];
        if (coding == ContentCoding.Brotli) headers.Add(new(HeaderNames.ContentEncoding, "br"));
        if (coding == ContentCoding.Gzip) headers.Add(new(HeaderNames.ContentEncoding, "gzip"));
        _headers = [.. headers];
        _notModifiedHeaders = [.. headers.Where(header => !DescribesBody(header.Key))];
    }

    /// <summary>The length of the encoded bytes.</summary>
    public int Bytes => _body.Length;

    /// <summary>Answers with the page, with its headers alone (HEAD), or with 304 to a reader who has it.</summary>
    public Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && EntityTags.Match(known, _entityTag))
            return ServeNotModified(response);

        var headers = response.Headers;
        foreach (var (name, value) in _headers) headers[name] = value;
        response.ContentLength = _body.Length;
        if (HttpMethods.IsHead(request.Method)) return Task.CompletedTask;

        // Without RequestAborted: asking for it costs an allocation a request, and the server ends such writes itself.
        var write = response.BodyWriter.WriteAsync(_body, CancellationToken.None);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    private Task ServeNotModified(HttpResponse response)
    {
        var headers = response.Headers;
        foreach (var (name, _) in _headers)
        {
            if (DescribesBody(name)) headers.Remove(name);
        }

        foreach (var (name, value) in _notModifiedHeaders) headers[name] = value;
        response.ContentLength = null;
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private static bool DescribesBody(string header) =>
        header.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)
        || header.Equals(HeaderNames.ContentLanguage, StringComparison.OrdinalIgnoreCase)
        || header.Equals(HeaderNames.ContentEncoding, StringComparison.OrdinalIgnoreCase);
}
