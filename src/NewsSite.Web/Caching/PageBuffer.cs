using System.Buffers;

namespace NewsSite.Web.Caching;

/// <summary>The bytes of one page while it renders, in pooled memory.</summary>
internal sealed class PageBuffer : IDisposable
{
    private const int FirstRoom = 64 * 1024;

    private byte[] _room = [];

    public int Length { get; private set; }

    /// <summary>Valid until the next change.</summary>
    public ReadOnlyMemory<byte> Written => _room.AsMemory(0, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _room.Length) Grow(Length + bytes.Length);
        bytes.CopyTo(_room.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Clear() => Length = 0;

    public void Dispose()
    {
        if (_room.Length > 0) ArrayPool<byte>.Shared.Return(_room);
        (_room, Length) = ([], 0);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, _room.Length * 2), FirstRoom));
        Written.Span.CopyTo(larger);
        if (_room.Length > 0) ArrayPool<byte>.Shared.Return(_room);
        _room = larger;
    }
}
