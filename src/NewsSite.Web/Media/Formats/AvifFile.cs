using System.Buffers.Binary;
using System.Text;

namespace NewsSite.Web.Media.Formats;

/// <summary>Reads a still AVIF (AV1 Image File Format over ISO/IEC 23008-12) box by box. Sequences are not taken.</summary>
internal static class AvifFile
{
    /// <summary>The brands that the file claims, such as <c>avif</c> or <c>heic</c>.</summary>
    public static IReadOnlyList<string> Brands(ReadOnlySpan<byte> file)
    {
        var end = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file), (uint)file.Length);
        var brands = new List<string> { Name(file[8..]) };
        for (var at = 16; at + 4 <= end; at += 4) brands.Add(Name(file[at..]));
        return brands;
    }

    public static PictureFile? Parse(ReadOnlySpan<byte> file)
    {
        var clean = file.ToArray();
        var meta = default(Range?);
        if (!Boxes(file, 0..file.Length, out var boxes)) return null;
        foreach (var (name, body) in boxes)
        {
            if (name == "meta") meta = body;
            else if (name == "moov") return null;
            else if (name is not ("ftyp" or "mdat")) clean.AsSpan(body).Clear();
        }
        if (meta is not { } inside || inside.End.Value - inside.Start.Value < 4) return null;
        if (!Boxes(file, (inside.Start.Value + 4)..inside.End, out var parts)) return null;
        try
        {
            var primary = parts.Where(p => p.Name == "pitm").Select(p => p.Body).Take(1).ToList() is [var pitm] ? PrimaryItem(file[pitm]) : 0;
            if (!AvifItems.Erase(file, parts, clean)) return null;
            foreach (var (_, properties) in parts.Where(p => p.Name == "iprp"))
                if (Boxes(file, properties, out var inner)) return Measure(file, inner, primary) is { } m ? new("image/avif", m.Width, m.Height, m.Alpha, m.Profile, clean) : null;
            return null;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null; // a box that claims more than it holds
        }
    }

    /// <summary>The boxes in a range, their bodies as ranges of the file; false when one reaches beyond it.</summary>
    internal static bool Boxes(ReadOnlySpan<byte> file, Range range, out List<(string Name, Range Body)> boxes)
    {
        boxes = [];
        var (at, end) = (range.Start.GetOffset(file.Length), range.End.GetOffset(file.Length));
        while (at < end)
        {
            if (at + 8 > end) return false;
            var (size, head) = ((ulong)BinaryPrimitives.ReadUInt32BigEndian(file[at..]), 8);
            if (size == 1 && at + 16 <= end) (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(file[(at + 8)..]), 16);
            if (size == 0) size = (ulong)(end - at);
            if (size < (ulong)head || size > (ulong)(end - at)) return false;
            boxes.Add((Name(file[(at + 4)..]), (at + head)..(at + (int)size)));
            at += (int)size;
        }
        return true;
    }

    private static (int Width, int Height, bool Alpha, bool Profile)? Measure(ReadOnlySpan<byte> file, List<(string Name, Range Body)> inner, uint primary)
    {
        if (inner.Find(b => b.Name == "ipco") is not { Name: not null } container || !Boxes(file, container.Body, out var properties)) return null;
        if (inner.Find(b => b.Name == "ipma") is not { Name: not null } associations) return null;
        var (width, height, turned) = (0u, 0u, false);
        foreach (var index in PropertiesOf(file[associations.Body], primary))
        {
            if (index < 1 || index > properties.Count) continue;
            var (name, range) = properties[index - 1];
            var body = file[range];
            if (name == "ispe") (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body[4..]), BinaryPrimitives.ReadUInt32BigEndian(body[8..]));
            if (name == "irot") turned = (body[0] & 1) == 1;
        }
        if (width > int.MaxValue || height > int.MaxValue) return null;
        var (alpha, profile) = (false, false);
        foreach (var (name, range) in properties)
        {
            alpha |= name == "auxC" && (file[range].IndexOf("alpha"u8) >= 0 || file[range].IndexOf("auxid:1"u8) >= 0);
            profile |= name == "colr" && !file[range].StartsWith("nclx"u8);
        }
        return turned ? ((int)height, (int)width, alpha, profile) : ((int)width, (int)height, alpha, profile);
    }

    private static List<int> PropertiesOf(ReadOnlySpan<byte> ipma, uint item)
    {
        var found = new List<int>();
        var (wideId, wideIndex) = (ipma[0] >= 1, (ipma[3] & 1) == 1);
        var at = 8;
        for (var entries = BinaryPrimitives.ReadUInt32BigEndian(ipma[4..]); entries > 0; entries--)
        {
            var id = wideId ? BinaryPrimitives.ReadUInt32BigEndian(ipma[at..]) : BinaryPrimitives.ReadUInt16BigEndian(ipma[at..]);
            at += wideId ? 4 : 2;
            if (at >= ipma.Length) break;
            for (int count = ipma[at++]; count > 0; count--)
            {
                var index = wideIndex ? BinaryPrimitives.ReadUInt16BigEndian(ipma[at..]) & 0x7FFF : ipma[at..][0] & 0x7F;
                at += wideIndex ? 2 : 1;
                if (id == item) found.Add(index);
            }
        }
        return found;
    }

    private static uint PrimaryItem(ReadOnlySpan<byte> pitm) => pitm[0] == 0 ? BinaryPrimitives.ReadUInt16BigEndian(pitm[4..]) : BinaryPrimitives.ReadUInt32BigEndian(pitm[4..]);

    internal static string Name(ReadOnlySpan<byte> at) => Encoding.Latin1.GetString(at[..4]);
}
