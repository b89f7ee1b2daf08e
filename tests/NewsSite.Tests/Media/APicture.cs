using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace NewsSite.Tests.Media;

/// <summary>Pictures made for a test: the left half red, the right half blue, with whatever metadata the test plants.</summary>
internal static class APicture
{
    /// <summary>Words that must not be in anything readers get.</summary>
    public static readonly string[] Secrets = ["GPS-SECRET-51.2N", "ARTIST-SECRET", "XMP-SECRET", "IPTC-SECRET", "COMMENT-SECRET"];

    public static byte[] Png(int width, int height, bool alpha = false)
    {
        var channels = alpha ? 4 : 3;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + width * channels];
            for (var x = 0; x < width; x++)
            {
                row[1 + x * channels + (x < width / 2 ? 0 : 2)] = 255;
                if (alpha) row[1 + x * channels + 3] = 128;
            }
            for (var y = 0; y < height; y++) zlib.Write(row);
        }
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Header(width, height, alpha), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Header(int width, int height, bool alpha = false) => Chunk("IHDR", [.. Number(width), .. Number(height), 8, (byte)(alpha ? 6 : 2), 0, 0, 0]);

    public static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(name), .. body];
        return [.. Number(body.Length), .. named, .. Number((int)Crc(named))];
    }

    /// <summary>Has libvips write the picture in another format, with a Display P3 profile where asked.</summary>
    public static Task<byte[]> AsAsync(string ending, byte[] png, bool p3 = false) => FromAsync("png", png, ending, p3);

    public static async Task<byte[]> FromAsync(string from, byte[] picture, string ending, bool p3 = false)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-picture-").FullName;
        try
        {
            var (source, result) = (Path.Combine(folder, "in." + from), Path.Combine(folder, "out." + ending));
            await File.WriteAllBytesAsync(source, picture);
            await VipsAsync(p3 ? ["icc_transform", source, result, "p3", "--input-profile", "srgb"] : ["copy", source, result]);
            return await File.ReadAllBytesAsync(result.Split('[')[0]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The colour at a point, as numbers with spaces.</summary>
    public static Task<string> PointAsync(string file, int x, int y) => VipsAsync(["getpoint", file, $"{x}", $"{y}"]);

    public static byte[] JpegWithMetadata(byte[] jpeg, int orientation = 1)
    {
        byte[] iptc = [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 4, 0, 0, .. Number(11 + 5), 0x1C, 2, 80, 0, 11, .. "IPTC-SECRET"u8];
        return
        [
            .. jpeg[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Xmp]),
            .. Segment(0xED, iptc), .. Segment(0xFE, [.. "COMMENT-SECRET"u8]), .. jpeg[2..], .. "COMMENT-SECRET, a film that the phone hid after the end"u8,
        ];
    }

    public static byte[] PngWithMetadata(byte[] png)
    {
        const int afterHeader = 8 + 25;
        return
        [
            .. png[..afterHeader], .. Chunk("eXIf", Exif(1)), .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Xmp]),
            .. Chunk("tEXt", [.. "Author\0ARTIST-SECRET"u8]), .. Chunk("zTXt", [.. "Raw profile type iptc\0\0IPTC-SECRET"u8]), .. png[afterHeader..], .. "COMMENT-SECRET"u8,
        ];
    }

    public static byte[] WebPWithMetadata(byte[] webp, int width, int height)
    {
        byte[] size = [(byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0];
        byte[] chunks = [.. RiffChunk("VP8X", [0x0C, 0, 0, 0, .. size]), .. webp[12..], .. RiffChunk("EXIF", Exif(1)), .. RiffChunk("XMP ", Xmp)];
        return [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    private static byte[] Xmp => Encoding.ASCII.GetBytes("""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>XMP-SECRET</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>""");

    // Orientation and artist in the first directory; a GPS directory with the name of the area (tag 28), as cameras write it.
    private static byte[] Exif(int orientation)
    {
        byte[] artist = [.. "ARTIST-SECRET\0"u8], place = [.. "ASCII\0\0\0GPS-SECRET-51.2N"u8];
        const int directory = 8, gps = directory + 2 + 3 * 12 + 4, values = gps + 2 + 12 + 4;
        return
        [
            .. "MM\0*"u8, .. Number(directory), 0, 3,
            0x01, 0x12, 0, 3, .. Number(1), 0, (byte)orientation, 0, 0,
            0x01, 0x3B, 0, 2, .. Number(artist.Length), .. Number(values),
            0x88, 0x25, 0, 4, .. Number(1), .. Number(gps), .. Number(0),
            0, 1, 0, 28, 0, 7, .. Number(place.Length), .. Number(values + artist.Length), .. Number(0),
            .. artist, .. place,
        ];
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] RiffChunk(string name, byte[] body) => [.. Encoding.Latin1.GetBytes(name), .. Little(body.Length), .. body, .. body.Length % 2 == 1 ? [0] : Array.Empty<byte>()];

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number) => [.. Number(number).Reverse()];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }

    private static async Task<string> VipsAsync(string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("vips", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        var wrong = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, wrong);
        return said.Trim();
    }
}
