namespace NewsSite.Web.Caching;

// The body as endpoints write it.
internal sealed partial class CapturedResponse
{
    private sealed class CapturedStream(CapturedResponse captured) : Stream
    {
        public override bool CanRead => false;

        // Response.Clear() empties only what says that it can seek.
        public override bool CanSeek => !captured.Passes;

        public override bool CanWrite => true;

        public override long Length => captured._buffer.Length;

        public override long Position
        {
            get => captured._buffer.Length;
            set => throw new NotSupportedException();
        }

        public override void SetLength(long value)
        {
            if (value != 0) throw new NotSupportedException();
            captured.Clear();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            captured.Decide();
            if (captured.IsPage && captured._buffer.Length + buffer.Length <= PageKinds.LargestPage)
            {
                captured._buffer.Append(buffer);
                return;
            }

            captured.Pass();
            if (captured._head) return;
            captured._body.Stream.Write(captured._buffer.Written.Span); // the server decides whether it may block
            captured._buffer.Clear();
            captured._body.Stream.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            captured.WriteAsync(buffer, cancellationToken);

        public override void Flush()
        {
            captured.Decide();
            if (captured.Passes) captured._body.Stream.Flush();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => captured.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    }
}
