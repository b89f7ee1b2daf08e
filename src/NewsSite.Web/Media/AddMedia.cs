using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Core.Content;
using NewsSite.Web.Data;

namespace NewsSite.Web.Media;

/// <summary>POST /newsroom/api/media, a form with <c>file</c> and <c>credit</c>. A picture that the library has already is given back as it is, with 200 instead of 201.</summary>
internal static class AddMedia
{
    private const int LongestCredit = 120, LongestName = 80, OtherFields = 65_536;
    private static readonly string[] Endings = ["jpg", "jpeg", "png", "webp", "gif", "avif"];

    public static void MapAddMedia(this IEndpointRouteBuilder media) => media.MapPost("/", HandleAsync);

    private static async Task<Results<Created<MediaChoice>, Ok<MediaChoice>, ProblemHttpResult>> HandleAsync(
        HttpContext http, NewsDb db, MediaStore store, IOptions<MediaOptions> options, CancellationToken ct)
    {
        var most = options.Value.MaxMegaBytes * 1_048_576L;
        var tooLarge = $"The file has more than {options.Value.MaxMegaBytes} MB; save it smaller, 1,920 pixels across are enough.";
        if (!http.Request.HasFormContentType) return Refuse("Send the picture as a form with “file” and “credit”.");
        if (http.Request.ContentLength > most + OtherFields) return Refuse(tooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most + OtherFields;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most }, ct);
        }
        catch (InvalidDataException)
        {
            return Refuse(tooLarge);
        }
        if (form.Files["file"] is not { } file) return Refuse("Choose a picture first.");
        var credit = Plain.Line(form["credit"]);
        if (credit?.Length > LongestCredit) return Refuse($"The credit has {credit.Length} characters; {LongestCredit} is the most.");
        await using var bytes = file.OpenReadStream();
        var (item, isNew, refusal) = await KeepAsync(bytes, file.FileName, credit, db, store, ct);
        if (item is null) return Refuse(refusal!);
        return isNew ? TypedResults.Created(Pictures.Address(item), MediaChoice.Of(item)) : TypedResults.Ok(MediaChoice.Of(item));
    }

    /// <summary>Keeps a picture under a name like the one it was given, or finds the one that has the same bytes.</summary>
    /// <param name="bytes">The file; read more than once.</param>
    /// <param name="given">The name that it has where it comes from.</param>
    /// <param name="credit">Whom to credit; null for nobody.</param>
    /// <param name="db">Where pictures are looked up.</param>
    /// <param name="store">The library.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>The picture and whether it is new, or else the refusal.</returns>
    internal static async Task<(MediaItem? Item, bool IsNew, string? Refusal)> KeepAsync(Stream bytes, string given, string? credit, NewsDb db, MediaStore store, CancellationToken ct)
    {
        var (stem, ending) = NameOf(given);
        var (hash, fault) = await store.InspectAsync(bytes, $"{stem}.{ending}", ct);
        if (hash is null) return (null, false, Named(fault!));
        if (await db.Media.AsNoTracking().Where(m => m.Hash == hash).OrderBy(m => m.Id).FirstOrDefaultAsync(ct) is { } known) return (known, false, null);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{stem}.{ending}" : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}.{ending}");
            if (await db.Media.AnyAsync(m => m.File == name, ct)) continue;
            bytes.Position = 0;
            var result = await store.AddAsync(bytes, name, credit, ct);
            if (result.IsTaken) return (result.Item, true, null);
            if (await db.Media.AnyAsync(m => m.File == name, ct)) continue; // somebody was faster with this name
            return (null, false, Named(result.Refusal));
        }

        // The journalist knows the file by the name that it has on their own machine.
        string Named(string refusal) => refusal.Replace($"{stem}.{ending}", Plain.Line(Path.GetFileName(given)) ?? "The file", StringComparison.Ordinal);
    }

    // What the file is, its content tells; its ending is only part of its name.
    private static (string Stem, string Ending) NameOf(string given)
    {
        var stem = Slug.Of(Path.GetFileNameWithoutExtension(given), LongestName);
        var ending = Path.GetExtension(given).TrimStart('.').ToLowerInvariant();
        return (stem.Length == 0 ? "picture" : stem, Endings.Contains(ending, StringComparer.Ordinal) ? ending : "jpg");
    }

    private static ProblemHttpResult Refuse(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity);
}
