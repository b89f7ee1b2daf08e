using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>
/// <c>GET /media/{hash16}/{file}</c>. The address is looked up among the known pictures and only ever chooses one of their files, so it cannot lead out of the library.
/// </summary>
internal static partial class ServeMedia
{
    private static readonly string[] Endings = ["jpg", "jpeg", "png", "webp", "gif", "avif"];

    public static void MapMedia(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{hash}/{file}", [HttpMethods.Get, HttpMethods.Head], HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(string hash, string file, HttpContext http, NewsDb db, MediaFolder folder, CancellationToken ct)
    {
        if (!Hash().IsMatch(hash) || File().Match(file) is not { Success: true } asked) return TypedResults.NotFound();
        var (stem, width, ending) = (asked.Groups["stem"].Value, asked.Groups["width"].Value, asked.Groups["ending"].Value);
        string[] names = [file, .. width.Length > 0 ? Endings.Select(e => $"{stem}.{e}") : []];
        var items = await db.Media.AsNoTracking().Where(m => names.Contains(m.File)).ToListAsync(ct);
        items.RemoveAll(m => !m.Hash.StartsWith(hash, StringComparison.Ordinal));

        if (items.Find(m => m.File == file) is { } whole)
        {
            if (whole.Renditions.Count == 0) return Send(http, folder.Plain(whole.Hash), whole.ContentType, hash);
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Redirect(Pictures.CardAddress(whole));
        }
        if (!int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)) return TypedResults.NotFound();
        var rendition = new Rendition(pixels, ending);
        return items.Find(m => m.Renditions.Contains(rendition)) is { } item
            ? Send(http, folder.Rendition(item.Hash, rendition), ending == "jpg" ? "image/jpeg" : $"image/{ending}", hash)
            : TypedResults.NotFound();
    }

    private static IResult Send(HttpContext http, string path, string contentType, string hash)
    {
        var info = new FileInfo(path);
        if (!info.Exists) return TypedResults.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'";
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{hash}-{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}\"");
        return TypedResults.PhysicalFile(path, contentType, entityTag: new EntityTagHeaderValue(tag), enableRangeProcessing: true);
    }

    [GeneratedRegex(@"^[0-9a-f]{16}\z")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^(?<stem>[a-z0-9-]{1,115}?)(-(?<width>[1-9][0-9]{0,4}))?\.(?<ending>[a-z]{3,4})\z")]
    private static partial Regex File();
}
