using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Media;

/// <summary>A picture with every size it comes in.</summary>
/// <param name="Id">Permanent id.</param>
/// <param name="File">The file's name, by which blocks name it.</param>
/// <param name="ContentType">Such as image/jpeg.</param>
/// <param name="Bytes">Size of the original in bytes.</param>
/// <param name="Width">Width of the original in pixels, the right way up.</param>
/// <param name="Height">Height of the original in pixels, the right way up.</param>
/// <param name="Address">The picture in a format that every program shows, for src.</param>
/// <param name="Sets">One srcset for each format, best first; empty when there are no other sizes.</param>
/// <param name="Credit">Whom to credit; null for nobody.</param>
/// <param name="RightsHolder">Whose it is and who may be asked for it; null when not known.</param>
/// <param name="Focus">What a crop should keep in view.</param>
public sealed record MediaEntry(
    Guid Id, string File, string ContentType, long Bytes, int Width, int Height, string Address, IReadOnlyList<MediaSet> Sets, string? Credit, string? RightsHolder, MediaFocus Focus);

/// <summary>The point of a picture that a crop should keep in view.</summary>
/// <param name="X">Percent of the width, from the left.</param>
/// <param name="Y">Percent of the height, from the top.</param>
public sealed record MediaFocus(int X, int Y);

/// <summary>The widths of a picture in one format.</summary>
/// <param name="ContentType">Such as image/avif.</param>
/// <param name="Srcset">The value of srcset, with absolute addresses.</param>
public sealed record MediaSet(string ContentType, string Srcset);

/// <summary>GET /api/v1/media/{id}</summary>
internal static class ReadMedia
{
    public static readonly MediaEntry Example = new(
        Guid.Parse("0196c0de-7000-7000-8000-000000000001"), "pier.jpg", "image/jpeg", 482_113, 1600, 1067, "http://localhost:5080/media/9f86d081884c7d65/pier-1600.jpg",
        [new("image/avif", "http://localhost:5080/media/9f86d081884c7d65/pier-800.avif 800w, http://localhost:5080/media/9f86d081884c7d65/pier-1600.avif 1600w")], "Ada Quill",
        "The County Ledger", new(50, 40));

    private static readonly ApiParameter<string?> Id = new()
    {
        Name = "id",
        Description = "The picture's permanent id, as articles give it.",
        Expected = "a UUID",
        Example = Example.Id.ToString(),
        Schema = new() { Type = Microsoft.OpenApi.JsonSchemaType.String, Format = "uuid" },
        Read = static (string text, out string? value) => (value = text).Length > 0,
    };

    public static void MapReadMedia(this IEndpointRouteBuilder routes) => routes.MapApi("/media", "Media").MapGet("/{id}", HandleAsync)
        .WithName("readMedia").WithSummary("Gives a picture of the library")
        .WithDescription("The addresses of its sizes, and what is needed to show it without anything moving.")
        .Takes(Id).Shows(Example).Says(StatusCodes.Status404NotFound, "No picture has this id.");

    private static async Task<Results<Ok<MediaEntry>, ProblemHttpResult>> HandleAsync(string id, HttpContext http, NewsDb db, Pictures pictures, Site site, IEnumerable<IHeldPictures> held, CancellationToken ct)
    {
        if (!Guid.TryParseExact(id, "D", out var key) || await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == key, ct) is not { } item)
            return ApiProblem.NotFound("No picture has this id.");
        http.PageTags().Add(MediaStore.Tag(item.File));
        if (await held.HoldAsync(item.File, ct)) return ApiProblem.NotFound("No picture has this id.");
        return TypedResults.Ok(item.Entry(pictures, site));
    }

    /// <summary>The picture as the API gives it.</summary>
    public static MediaEntry Entry(this MediaItem item, Pictures pictures, Site site)
    {
        var picture = pictures.Of(item);
        return new(
            item.Id, item.File, item.ContentType, item.Bytes, item.Width, item.Height, site.Address(picture.Address),
            [.. picture.Sets.Select(s => new MediaSet(s.ContentType, string.Join(", ", s.SrcSet.Split(", ").Select(site.Address))))], picture.Credit, item.RightsHolder, new(item.FocusX, item.FocusY));
    }
}
