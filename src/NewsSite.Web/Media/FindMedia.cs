using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>A picture of the library, for a picker.</summary>
/// <param name="File">The file's name, by which blocks name it.</param>
/// <param name="Thumb">Path of a small form of it.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Credit">Whom to credit; null for nobody.</param>
internal sealed record MediaChoice(string File, string Thumb, int Width, int Height, string? Credit)
{
    private const int Small = 320;

    public static MediaChoice Of(MediaItem item)
    {
        // Every browser that the newsroom runs in shows WebP; without sizes the picture itself has to serve.
        var thumb = item.Renditions.Where(r => r.Format == "webp").OrderBy(r => Math.Abs(r.Width - Small)).FirstOrDefault() ?? item.Renditions.OrderBy(r => r.Width).FirstOrDefault();
        return new(item.File, thumb is null ? Pictures.Address(item) : Pictures.Address(item, thumb), item.Width, item.Height, item.Credit);
    }
}

/// <summary>Pictures to choose from.</summary>
/// <param name="Items">One page of them, newest first.</param>
/// <param name="Total">How many there are.</param>
internal sealed record MediaChoices(IReadOnlyList<MediaChoice> Items, int Total);

/// <summary>GET /newsroom/api/media?q=&amp;page=</summary>
internal static class FindMedia
{
    private const int PageSize = 24;

    public static void MapFindMedia(this IEndpointRouteBuilder media) => media.MapGet("/", HandleAsync);

    private static async Task<Results<Ok<MediaChoices>, ProblemHttpResult>> HandleAsync(string? q, int? page, NewsDb db, CancellationToken ct)
    {
        if (page is < 1 or > 1_000_000) return TypedResults.Problem($"“page” is {page}; expected a number from 1.", statusCode: StatusCodes.Status400BadRequest);
        var (query, before) = (new WordQuery(q), ((page ?? 1) - 1) * PageSize);
        var rows = db.Media.AsNoTracking().OrderByDescending(m => m.Id);
        if (query.IsEmpty) return TypedResults.Ok(new MediaChoices([.. (await rows.Skip(before).Take(PageSize).ToListAsync(ct)).Select(MediaChoice.Of)], await db.Media.CountAsync(ct)));

        // Names are compared here and not in the database, which folds no accents; they are short, and few columns are read.
        var names = await rows.Select(m => new { m.Id, m.File, m.Credit }).ToListAsync(ct);
        var found = names.Where(m => query.Finds(m.File, m.Credit)).Select(m => m.Id).ToList();
        Guid[] shown = [.. found.Skip(before).Take(PageSize)];
        return TypedResults.Ok(new MediaChoices([.. (await rows.Where(m => shown.Contains(m.Id)).ToListAsync(ct)).Select(MediaChoice.Of)], found.Count));
    }
}
