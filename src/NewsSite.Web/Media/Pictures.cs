using NewsSite.Core.Blocks;

namespace NewsSite.Web.Media;

/// <summary>Turns pictures of the library into what pages need to show them.</summary>
public sealed class Pictures
{
    private static readonly (string Format, string ContentType)[] Modern = [("avif", "image/avif"), ("webp", "image/webp")];

    /// <summary>The picture with every size it comes in, modern formats first.</summary>
    public Picture Of(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var plain = item.Renditions.Where(r => r.Format is "jpg" or "png").OrderByDescending(r => r.Width).FirstOrDefault();
        var address = plain is null ? Original(item) : Address(item, plain);
        var sets =
            from modern in Modern
            let widths = item.Renditions.Where(r => r.Format == modern.Format).OrderBy(r => r.Width).ToList()
            where widths.Count > 0
            select new PictureSet(modern.ContentType, string.Join(", ", widths.Select(r => $"{Address(item, r)} {r.Width}w")));
        return new(address, item.Width, item.Height, [.. sets], item.Credit);
    }

    /// <summary>The path of the original.</summary>
    public static string Original(MediaItem item) => $"/media/{item.Hash[..16]}/{item.File}";

    /// <summary>The path of a rendition.</summary>
    public static string Address(MediaItem item, Rendition rendition) =>
        $"/media/{item.Hash[..16]}/{Path.GetFileNameWithoutExtension(item.File)}-{rendition.Width}.{rendition.Format}";
}
