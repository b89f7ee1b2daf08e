using System.Buffers.Binary;

namespace NewsSite.Web.Media.Formats;

/// <summary>Finds the items of an AVIF that hold metadata (EXIF, XMP) and writes zeros over them; nothing moves, so every other offset stays right.</summary>
internal static class AvifItems
{
    /// <summary>Erases them in the copy; false when one cannot be found.</summary>
    public static bool Erase(ReadOnlySpan<byte> file, List<(string Name, Range Body)> meta, Span<byte> copy)
    {
        var metadata = new HashSet<uint>();
        foreach (var (_, range) in meta.Where(p => p.Name == "iinf"))
        {
            var body = file[range];
            var first = range.Start.Value + (body[0] == 0 ? 6 : 8);
            if (!AvifFile.Boxes(file, first..range.End, out var entries)) return false;
            foreach (var (name, entry) in entries)
                if (name == "infe" && IsMetadata(file[entry], out var id)) metadata.Add(id);
        }
        if (metadata.Count == 0) return true;
        var inline = meta.Find(p => p.Name == "idat") is { Name: not null } idat ? idat.Body.Start.Value : -1;
        var located = 0;
        foreach (var (_, range) in meta.Where(p => p.Name == "iloc"))
        {
            var extents = Extents(file[range], metadata, inline, ref located);
            foreach (var (offset, length) in extents)
            {
                if (offset < 0 || length < 0 || offset + length > copy.Length) return false;
                copy.Slice((int)offset, (int)length).Clear();
            }
        }
        return located == metadata.Count;
    }

    private static bool IsMetadata(ReadOnlySpan<byte> entry, out uint id)
    {
        id = 0;
        if (entry[0] is not (2 or 3)) return false;
        var wide = entry[0] == 3;
        id = wide ? BinaryPrimitives.ReadUInt32BigEndian(entry[4..]) : BinaryPrimitives.ReadUInt16BigEndian(entry[4..]);
        return AvifFile.Name(entry[(wide ? 10 : 8)..]) is "Exif" or "mime" or "uri ";
    }

    private static List<(long Offset, long Length)> Extents(ReadOnlySpan<byte> iloc, HashSet<uint> wanted, int inline, ref int located)
    {
        var found = new List<(long, long)>();
        var version = iloc[0];
        var (offsetSize, lengthSize, baseSize, indexSize) = (iloc[4] >> 4, iloc[4] & 15, iloc[5] >> 4, version is 1 or 2 ? iloc[5] & 15 : 0);
        var at = 6;
        for (var items = Number(iloc, ref at, version < 2 ? 2 : 4); items > 0; items--)
        {
            var id = (uint)Number(iloc, ref at, version < 2 ? 2 : 4);
            var method = version is 1 or 2 ? Number(iloc, ref at, 2) & 15 : 0;
            var elsewhere = Number(iloc, ref at, 2) != 0;
            var start = Number(iloc, ref at, baseSize);
            var reachable = !elsewhere && (method == 0 || method == 1 && inline >= 0);
            var extents = Number(iloc, ref at, 2);
            if (lengthSize == 0) (extents, reachable) = (0, false); // “the whole file”: nothing that a picture with metadata can mean
            for (; extents > 0; extents--)
            {
                Number(iloc, ref at, indexSize);
                var offset = start + Number(iloc, ref at, offsetSize) + (method == 1 ? inline : 0);
                var length = Number(iloc, ref at, lengthSize);
                if (wanted.Contains(id) && reachable) found.Add((offset, length));
            }
            if (wanted.Contains(id) && reachable) located++;
        }
        return found;
    }

    private static long Number(ReadOnlySpan<byte> data, ref int at, int size)
    {
        long number = 0;
        foreach (var b in data.Slice(at, size)) number = number << 8 | b;
        at += size;
        return number;
    }
}
