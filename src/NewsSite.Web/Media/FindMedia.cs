using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Media.Library;

namespace NewsSite.Web.Media;

/// <summary>A picture of the library, for a picker.</summary>
/// <param name="Id">Its id, by which the library has a page of it.</param>
/// <param name="File">The file's name, by which blocks name it.</param>
/// <param name="Thumb">Path of a small form of it.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Credit">Whom to credit; null for nobody.</param>
/// <param name="Description">What it shows, in the words by which it is found; null for nothing.</param>
/// <param name="RightsUntil">The last day on which it may be shown; null for no end.</param>
/// <param name="IsExpired">Whether that day has passed, so that a story with it cannot go live.</param>
internal sealed record MediaChoice(Guid Id, string File, string Thumb, int Width, int Height, string? Credit, string? Description, DateOnly? RightsUntil, bool IsExpired)
{
    private const int Small = 320;

    public static MediaChoice Of(MediaItem item, DateOnly today) =>
        new(item.Id, item.File, ThumbOf(item), item.Width, item.Height, item.Credit, item.Description, item.RightsUntil, item.RightsUntil < today);

    /// <summary>Path of a small form of a picture.</summary>
    public static string ThumbOf(MediaItem item, int width = Small)
    {
        // Every browser that the newsroom runs in shows WebP; without sizes the picture itself has to serve.
        var thumb = item.Renditions.Where(r => r.Format == "webp").OrderBy(r => Math.Abs(r.Width - width)).FirstOrDefault() ?? item.Renditions.OrderBy(r => r.Width).FirstOrDefault();
        return thumb is null ? Pictures.Address(item) : Pictures.Address(item, thumb);
    }
}

/// <summary>Pictures to choose from.</summary>
/// <param name="Items">One page of them, newest first.</param>
/// <param name="HasMore">Whether there is another page.</param>
internal sealed record MediaChoices(IReadOnlyList<MediaChoice> Items, bool HasMore);

/// <summary>GET /newsroom/api/media?q=&amp;page=</summary>
internal static class FindMedia
{
    private const int PageSize = 24;

    public static void MapFindMedia(this IEndpointRouteBuilder media) => media.MapGet("/", HandleAsync);

    private static async Task<Results<Ok<MediaChoices>, ProblemHttpResult>> HandleAsync(string? q, int? page, LibraryList library, CancellationToken ct)
    {
        if (page is < 1 or > LibraryList.LastPage) return TypedResults.Problem($"“page” is {page}; expected a number from 1 to {LibraryList.LastPage}.", statusCode: StatusCodes.Status400BadRequest);
        var found = await library.PageAsync(q, Shelf.All, page ?? 1, PageSize, ct);
        return TypedResults.Ok(new MediaChoices([.. found.Items.Select(m => MediaChoice.Of(m, library.Today))], found.HasMore));
    }
}
