using System.Buffers;
using System.Buffers.Binary;

namespace NewsSite.Web.Media.Formats;

/// <summary>Reads GIF (87a and 89a) block by block.</summary>
internal static class GifFile
{
    private const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, GraphicControl = 0xF9, Application = 0xFF;

    public static PictureFile? Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13) return null;
        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        var clean = new ArrayBufferWriter<byte>(file.Length);
        var at = 13 + Colours(file[10]);
        if (at > file.Length) return null;
        clean.Write(file[..at]);
        var (alpha, images) = (false, 0);
        while (at < file.Length)
        {
            var start = at;
            if (file[at] == Trailer)
            {
                clean.Write([Trailer]);
                return images > 0 ? new("image/gif", width, height, alpha, HasProfile: false, clean.WrittenSpan.ToArray()) : null;
            }
            if (file[at] == Image)
            {
                if (at + 10 > file.Length) return null;
                at += 10 + Colours(file[at + 9]) + 1;
                images++;
            }
            else if (file[at] == Extension)
            {
                at += 2;
            }
            else
            {
                return null;
            }
            if ((at = EndOfSubBlocks(file, at)) < 0) return null;
            var block = file[start..at];
            alpha |= block is [Extension, GraphicControl, 4, var flags, ..] && (flags & 1) == 1;
            if (IsNeeded(block)) clean.Write(block);
        }
        return null;
    }

    // Comments, plain text and applications' own blocks go; the one application block that says how often to repeat stays.
    private static bool IsNeeded(ReadOnlySpan<byte> block) => block switch
    {
        [Image, ..] or [Extension, GraphicControl, ..] => true,
        [Extension, Application, 11, .. var rest] => rest.StartsWith("NETSCAPE2.0"u8),
        _ => false,
    };

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int EndOfSubBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var length = file[at];
            at += 1 + length;
            if (length == 0) return at;
        }
        return -1;
    }
}
