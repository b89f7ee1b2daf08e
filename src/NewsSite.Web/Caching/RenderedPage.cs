using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Caching;

/// <summary>A whole page as it came from its endpoint: its bytes, and the headers it set.</summary>
internal sealed class RenderedPage
{
    /// <summary>The bytes before any compression.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the page set, without the headers below and those that describe the bytes.</summary>
    public required KeyValuePair<string, StringValues>[] Headers { get; init; }

    /// <summary>The entity tag that the page gave itself; null to compute one from the bytes.</summary>
    public required string? EntityTag { get; init; }

    /// <summary>The page's own Cache-Control, or ours.</summary>
    public required StringValues CacheControl { get; init; }

    private bool NeverChanges => CacheControl.ToString().Contains("immutable", StringComparison.Ordinal);

    /// <summary>Holds Accept-Encoding, and whatever the page named.</summary>
    public required StringValues Vary { get; init; }

    /// <param name="coding">What the reader accepts.</param>
    /// <param name="kept">Whether the bytes will serve many requests and are worth more effort.</param>
    public EncodedPage Encode(ContentCoding coding, bool kept)
    {
        var body = Compression.Compress(Body, coding, !kept ? Effort.Little : NeverChanges ? Effort.Most : Effort.Some);
        var tag = EntityTag is null ? EntityTags.Compute(body.Span, coding) : EntityTags.Of(EntityTag, coding);
        return new EncodedPage(this, coding, body, tag);
    }
}
