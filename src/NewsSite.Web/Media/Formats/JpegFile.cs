using System.Buffers;
using System.Buffers.Binary;

namespace NewsSite.Web.Media.Formats;

/// <summary>Reads JPEG (ITU T.81) marker by marker, as far as the first end of image: phones append films and depth maps after it.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Exif = 0xE1, Profile = 0xE2, Comment = 0xFE;

    public static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    public static PictureFile? Parse(ReadOnlySpan<byte> file)
    {
        var kept = new ArrayBufferWriter<byte>(file.Length);
        var (width, height, orientation, scans, profile) = (0, 0, 0, 0, false);
        for (var at = 2; ;)
        {
            if (at + 2 > file.Length || file[at] != 0xFF) return null;
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; } // padding
            if (marker == EndOfImage) break;
            if (at + 4 > file.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            var end = at + 2 + length;
            if (length < 2 || end > file.Length) return null;
            var body = file[(at + 4)..end];
            if (IsFrame(marker))
            {
                if (body.Length < 6) return null;
                height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
            }
            if (orientation == 0 && marker == Exif && body.StartsWith("Exif\0\0"u8)) orientation = OrientationIn(body[6..]);
            profile |= marker == Profile && IsNeeded(marker, body);
            if (marker == StartOfScan)
            {
                scans++;
                end = EndOfScan(file, end);
            }
            if (IsNeeded(marker, body)) kept.Write(file[at..end]);
            at = end;
        }
        if (scans == 0) return null;
        byte[] clean = [0xFF, 0xD8, .. OrientationSegment(orientation), .. kept.WrittenSpan, 0xFF, EndOfImage];
        return orientation >= 5
            ? new("image/jpeg", height, width, HasAlpha: false, profile, clean)
            : new("image/jpeg", width, height, HasAlpha: false, profile, clean);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Of the application segments only three say how to draw: JFIF without its thumbnail, the colour profile, Adobe's colour transform.
    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE0 => body.StartsWith("JFIF\0"u8) && body.Length == 14,
        Profile => body.StartsWith("ICC_PROFILE\0"u8),
        0xEE => body.StartsWith("Adobe"u8) && body.Length == 12,
        Comment => false,
        _ => marker is < 0xE0 or > 0xEF,
    };

    // In the coded data FF is followed by 00, or by a restart marker.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length) return file.Length;
            at += next;
            if (file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) return at;
            at += 2;
        }
        return file.Length;
    }

    private static int OrientationIn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 1;
        var little = tiff[0] == 'I';
        var directory = Long(tiff[4..], little);
        if (directory > tiff.Length - 2) return 1;
        var entries = tiff[((int)directory + 2)..];
        for (int i = 0, count = Short(tiff[(int)directory..], little); i < count && entries.Length >= (i + 1) * 12; i++)
        {
            var entry = entries[(i * 12)..];
            if (Short(entry, little) == 0x0112) return Short(entry[8..], little) is var o and >= 1 and <= 8 ? o : 1;
        }
        return 1;
    }

    private static byte[] OrientationSegment(int orientation) => orientation <= 1 ? [] :
    [
        0xFF, Exif, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
