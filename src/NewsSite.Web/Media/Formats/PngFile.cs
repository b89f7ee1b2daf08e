using System.Buffers;
using System.Buffers.Binary;

namespace NewsSite.Web.Media.Formats;

/// <summary>Reads PNG (W3C PNG, third edition) chunk by chunk.</summary>
internal static class PngFile
{
    private const string Drawn = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD acTL fcTL fdAT";

    public static ReadOnlySpan<byte> Start => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureFile? Parse(ReadOnlySpan<byte> file)
    {
        var clean = new ArrayBufferWriter<byte>(file.Length);
        clean.Write(Start);
        var (width, height, alpha, profile, data) = (0, 0, false, false, false);
        for (var at = Start.Length; ;)
        {
            if (at + 12 > file.Length) return null;
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return null;
            var name = System.Text.Encoding.Latin1.GetString(file.Slice(at + 4, 4));
            var body = file.Slice(at + 8, (int)length);
            var end = at + 12 + (int)length;
            if (at == Start.Length)
            {
                if (name != "IHDR" || length != 13) return null;
                width = BinaryPrimitives.ReadInt32BigEndian(body);
                height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                alpha = body[9] is 4 or 6;
            }
            alpha |= name == "tRNS";
            profile |= name == "iCCP";
            data |= name == "IDAT";
            if (Drawn.Contains(name, StringComparison.Ordinal)) clean.Write(file[at..end]);
            if (name == "IEND") break;
            at = end;
        }
        return data ? new("image/png", width, height, alpha, profile, clean.WrittenSpan.ToArray()) : null;
    }
}
