using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsSite.Web.Media.Library;

namespace NewsSite.Web.Media;

/// <summary>
/// POST /newsroom/api/media, a form with <c>file</c> and, where they are known, <c>credit</c>, <c>rightsHolder</c>, <c>rightsUntil</c> and <c>description</c>.
/// A picture that the library has already is given back as it is, with 200 instead of 201.
/// </summary>
internal static class AddMedia
{
    private const int OtherFields = 65_536;

    public static void MapAddMedia(this IEndpointRouteBuilder media) => media.MapPost("/", HandleAsync);

    private static async Task<Results<Created<MediaChoice>, Ok<MediaChoice>, ProblemHttpResult>> HandleAsync(
        HttpContext http, PictureUploads uploads, LibraryList library, IOptions<MediaOptions> options, CancellationToken ct)
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
        var details = new DetailsForm { Credit = form["credit"], RightsHolder = form["rightsHolder"], RightsUntil = form["rightsUntil"], Description = form["description"] };
        var faults = new List<(string Field, string Fault)>();
        if (details.Read((field, fault) => faults.Add((field, fault))) is not { } said) return Refuse(faults[0].Fault);
        await using var bytes = file.OpenReadStream();
        var (item, isNew, refusal) = await uploads.AddAsync(bytes, file.FileName, said, ct);
        if (item is null) return Refuse(refusal!);
        var choice = MediaChoice.Of(item, library.Today);
        return isNew ? TypedResults.Created(Pictures.Address(item), choice) : TypedResults.Ok(choice);
    }

    private static ProblemHttpResult Refuse(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity);
}
