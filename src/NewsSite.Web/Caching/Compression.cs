using System.Buffers;
using System.IO.Compression;
using System.Numerics;

namespace NewsSite.Web.Caching;

/// <summary>Turns a page's bytes into one of its content codings.</summary>
internal static class Compression
{
    // In bits. A window larger than the page finds nothing more, and costs memory to set up.
    private const int SmallestWindow = 16;
    private const int LargestWindow = 22;

    /// <param name="body">The bytes as rendered.</param>
    /// <param name="coding">Identity gives the same memory back.</param>
    /// <param name="effort">How much time the bytes are worth.</param>
    public static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> body, ContentCoding coding, Effort effort) => coding switch
    {
        ContentCoding.Brotli => Brotli(body.Span, quality: effort switch { Effort.Little => 1, Effort.Some => 6, _ => 11 }),
        ContentCoding.Gzip => Gzip(body.Span, effort switch { Effort.Little => CompressionLevel.Fastest, Effort.Some => CompressionLevel.Optimal, _ => CompressionLevel.SmallestSize }),
        _ => body,
    };

    private static byte[] Brotli(ReadOnlySpan<byte> body, int quality)
    {
        var window = Math.Clamp(BitOperations.Log2((uint)body.Length) + 1, SmallestWindow, LargestWindow);
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(body, room, out var written, quality, window))
                throw new InvalidOperationException("Brotli wrote more than its own upper bound.");
            return room.AsSpan(0, written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static byte[] Gzip(ReadOnlySpan<byte> body, CompressionLevel level)
    {
        using var written = new MemoryStream(body.Length / 2);
        using (var gzip = new GZipStream(written, level, leaveOpen: true)) gzip.Write(body);
        return written.ToArray();
    }
}
