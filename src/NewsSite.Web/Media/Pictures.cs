using System.Globalization;
using NewsSite.Core.Blocks;

namespace NewsSite.Web.Media;

/// <summary>Turns pictures of the library into what pages need to show them.</summary>
public sealed class Pictures
{
    private static readonly (string Format, string ContentType)[] BestFirst = [("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg"), ("png", "image/png")];

    /// <summary>The picture with every size it comes in: a <c>source</c> for each set, and an <c>img</c> with address, width and height.</summary>
    public Picture Of(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var sets =
            from kind in BestFirst
            let sizes = item.Renditions.Where(r => r.Format == kind.Format).OrderBy(r => r.Width).ToList()
            where sizes.Count > 0
            select new PictureSet(kind.ContentType, string.Join(", ", sizes.Select(r => string.Create(CultureInfo.InvariantCulture, $"{Address(item, r)} {r.Width}w"))));
        var width = Largest(item)?.Width ?? item.Width;
        return new(CardAddress(item), width, HeightAt(item, width), [.. sets], item.Credit) { Focus = item.Focus };
    }

    /// <summary>The path of the picture for social cards and feeds, which know no modern formats: the largest JPEG, or PNG where it is transparent.</summary>
    public static string CardAddress(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Largest(item) is { } rendition ? Address(item, rendition) : Address(item);
    }

    /// <summary>The path of the picture in the size it came in; where renditions are made, it leads on to the largest.</summary>
    public static string Address(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"/media/{item.AddressHash}/{item.File}";
    }

    /// <summary>The path of a rendition.</summary>
    public static string Address(MediaItem item, Rendition rendition)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rendition);
        return string.Create(CultureInfo.InvariantCulture, $"/media/{item.AddressHash}/{Path.GetFileNameWithoutExtension(item.File)}-{rendition.Width}.{rendition.Format}");
    }

    private static Rendition? Largest(MediaItem item) => item.Renditions.Where(r => r.Format is "jpg" or "png").MaxBy(r => r.Width);

    private static int HeightAt(MediaItem item, int width) => Math.Max(1, (int)Math.Round((double)item.Height * width / item.Width, MidpointRounding.AwayFromZero));
}
