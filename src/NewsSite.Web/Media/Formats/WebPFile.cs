using System.Buffers;
using System.Buffers.Binary;

namespace NewsSite.Web.Media.Formats;

/// <summary>Reads WebP (RFC 9649) chunk by chunk: lossy, lossless and extended.</summary>
internal static class WebPFile
{
    private const byte SaysExif = 0x08, SaysXmp = 0x04, SaysAlpha = 0x10;

    public static PictureFile? Parse(ReadOnlySpan<byte> file)
    {
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (end > file.Length || end < 20) return null;
        var chunks = new ArrayBufferWriter<byte>(file.Length);
        var (width, height, alpha, profile, data) = (0, 0, false, false, false);
        for (var at = 12; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > end - at - 8) return null;
            var name = System.Text.Encoding.Latin1.GetString(file.Slice(at, 4));
            var body = file.Slice(at + 8, (int)length);
            var next = (int)Math.Min(end, at + 8 + length + (length & 1));
            var size = name switch
            {
                "VP8X" when body.Length >= 10 => (UInt24(body[4..]) + 1, UInt24(body[7..]) + 1, (body[0] & SaysAlpha) != 0),
                "VP8 " when body.Length >= 10 && body[3] == 0x9D && body[4] == 0x01 && body[5] == 0x2A => (UInt14(body[6..]), UInt14(body[8..]), false),
                "VP8L" when body.Length >= 5 && body[0] == 0x2F => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(body[1..])),
                "VP8X" or "VP8 " or "VP8L" => (0, 0, false),
                _ => (-1, 0, false),
            };
            if (size.Item1 == 0) return null;
            if (size.Item1 > 0 && width == 0) (width, height, alpha) = size; // in the extended form, the canvas comes first
            profile |= name == "ICCP";
            data |= name is "VP8 " or "VP8L" or "ANMF";
            Keep(chunks, name, file[at..next]);
            at = next;
        }
        if (!data) return null;
        var whole = new byte[12 + chunks.WrittenCount];
        "RIFF"u8.CopyTo(whole);
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), 4 + chunks.WrittenCount);
        "WEBP"u8.CopyTo(whole.AsSpan(8));
        chunks.WrittenSpan.CopyTo(whole.AsSpan(12));
        return new("image/webp", width, height, alpha, profile, whole);
    }

    private static void Keep(ArrayBufferWriter<byte> chunks, string name, ReadOnlySpan<byte> chunk)
    {
        if (name is "VP8X")
        {
            var header = chunk.ToArray();
            header[8] &= unchecked((byte)~(SaysExif | SaysXmp));
            chunks.Write(header);
        }
        else if (name is "VP8 " or "VP8L" or "ALPH" or "ANIM" or "ANMF" or "ICCP")
        {
            chunks.Write(chunk);
        }
    }

    private static (int Width, int Height, bool Alpha) Lossless(uint bits) => ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, (bits >> 28 & 1) == 1);

    private static int UInt14(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at) & 0x3FFF;

    private static int UInt24(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
}
