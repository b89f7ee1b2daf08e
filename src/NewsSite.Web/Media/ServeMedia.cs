using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Media;

/// <summary>
/// <c>GET /media/{hash16}/{file}</c>. The address is looked up among the known pictures and only ever chooses one of their files, so it cannot lead out of the library.
/// The address that a picture had before it was replaced leads on to what stands in its place. One that is held back is there only for the newsroom, and kept by nobody.
/// </summary>
internal static partial class ServeMedia
{
    private const string Private = "private, no-store";
    private static readonly string[] Endings = ["jpg", "jpeg", "png", "webp", "gif", "avif"];

    public static void MapMedia(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{hash}/{file}", [HttpMethods.Get, HttpMethods.Head], HandleAsync).ExcludeFromDescription();

    private static Task<IResult> HandleAsync(string hash, string file, HttpContext http, NewsDb db, MediaFolder folder, IEnumerable<IHeldPictures> held, ICurrentAccount who, CancellationToken ct) =>
        AnswerAsync(hash, file, http, db, folder, async item =>
        {
            var isHeld = await held.HoldAsync(item.File, ct);
            return new(!isHeld || (who.IsSignedIn && who.May(Permission.SeeAllStories)), isHeld, "");
        }, ct);

    /// <summary>Whether a picture may be seen, and how.</summary>
    /// <param name="May">Whether whoever asks may see it.</param>
    /// <param name="IsPrivate">Whether nobody may keep it.</param>
    /// <param name="Before">What stands before its public address where it is asked for; empty for nothing.</param>
    internal readonly record struct Access(bool May, bool IsPrivate, string Before);

    /// <summary>Answers with a picture, or one of its sizes, to whoever may see it.</summary>
    internal static async Task<IResult> AnswerAsync(string hash, string file, HttpContext http, NewsDb db, MediaFolder folder, Func<MediaItem, Task<Access>> ask, CancellationToken ct)
    {
        if (!Hash().IsMatch(hash) || File().Match(file) is not { Success: true } asked) return TypedResults.NotFound();
        var (stem, width, ending) = (asked.Groups["stem"].Value, asked.Groups["width"].Value, asked.Groups["ending"].Value);
        string[] names = [file, .. width.Length > 0 ? Endings.Select(e => $"{stem}.{e}") : []];
        var named = await db.Media.AsNoTracking().Where(m => names.Contains(m.File)).ToListAsync(ct);
        var items = named.FindAll(m => m.AddressHash == hash);
        var rendition = int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? new Rendition(pixels, ending) : null;
        var former = named.Find(m => m.Former.Contains(hash)); // a size of it that was never made leads on as well: which were, nobody knows any more
        if ((items.Find(m => m.File == file) ?? items.Find(m => rendition is not null && m.Renditions.Contains(rendition)) ?? former) is not { } item) return TypedResults.NotFound();

        var (may, isHeld, before) = await ask(item);
        if (!may)
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.NotFound();
        }
        if (item.AddressHash != hash) return LeadOn(Pictures.CardAddress(item));
        if (item.File != file) return Send(http, folder.Rendition(item.Hash, rendition!), ending == "jpg" ? "image/jpeg" : $"image/{ending}", hash, isHeld);
        return item.Renditions.Count == 0 ? Send(http, folder.Plain(item.Hash), item.ContentType, hash, isHeld) : LeadOn(Pictures.CardAddress(item));

        IResult LeadOn(string address)
        {
            http.Response.Headers.CacheControl = isHeld ? Private : "public, max-age=3600";
            return TypedResults.Redirect(before + address);
        }
    }

    private static IResult Send(HttpContext http, string path, string contentType, string hash, bool isHeld)
    {
        var info = new FileInfo(path);
        if (!info.Exists) return TypedResults.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = isHeld ? Private : "public, max-age=31536000, immutable";
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
