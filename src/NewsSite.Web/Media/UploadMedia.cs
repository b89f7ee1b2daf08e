using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsSite.Core.Content;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Api;
using NewsSite.Web.Media.Library;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Media;

/// <summary>POST /api/v1/media?file=pier.jpg&amp;credit=…, the picture's bytes as the body.</summary>
internal static class UploadMedia
{
    private static readonly ApiParameter<string?> File = Line("file", "The picture's name, from which the site makes its own: a–z, 0–9 and hyphens, with a number where the name is taken.", "a name of 1 to 120 characters", "pier.jpg", 120);
    private static readonly ApiParameter<string?> Credit = Line("credit", "Whom to credit.", "a name of 1 to 120 characters", "Ada Quill", DetailsForm.LongestName);
    private static readonly ApiParameter<string?> RightsHolder = Line("rightsHolder", "Whose it is and who may be asked for it.", "a name of 1 to 120 characters", "The County Ledger", DetailsForm.LongestName);
    private static readonly ApiParameter<DateOnly?> RightsUntil = ApiParameter.Day("rightsUntil", "The last day on which it may be shown. An expired picture stops publication.", "2027-03-31");
    private static readonly ApiParameter<string?> Description = Line("description", "What is to be seen, for finding it again.", "1 to 500 characters", "The pier at low water", DetailsForm.LongestDescription);

    public static void MapUploadMedia(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<MediaOptions>>().Value;
        routes.MapApi("/media", "Media").MapPost("", HandleAsync)
            .WithName("uploadPicture").WithSummary("Brings a picture into the library")
            .WithDescription(string.Create(CultureInfo.InvariantCulture, $"The body is the file: JPEG, PNG, WebP, GIF or AVIF, which its content tells and not its name. At most {options.MaxMegaBytes} MB and {options.MaxMegaPixels} million pixels. The same bytes again give the picture that is there."))
            .Takes(File, Credit, RightsHolder, RightsUntil, Description).ForTokens(Permission.UploadPictures).Repeatable().WithMetadata(new RequestSizeLimitAttribute(options.MaxMegaBytes * 1_048_576L))
            .WithMetadata(new ApiTakesBody("image/*", "The picture's bytes. Any image/… will do, and application/octet-stream; a form will not.", null, null, true))
            .Produces<MediaEntry>().Shows(ReadMedia.Example).Succeeds<MediaEntry>(StatusCodes.Status201Created, "The picture is in the library; Location is its entry here.", hasLocation: true)
            .WithMetadata(new ApiSuccess(StatusCodes.Status200OK, "The library has these bytes already; this is that picture.", false))
            .Says(StatusCodes.Status413PayloadTooLarge, "The file has too many bytes.")
            .Says(StatusCodes.Status415UnsupportedMediaType, "The header Content-Type does not say that the body is a picture.")
            .Says(StatusCodes.Status422UnprocessableEntity, "The file is no picture that the site takes, is broken, or has too many pixels; detail says which.");
    }

    private static async Task<IResult> HandleAsync(HttpContext http, PictureUploads uploads, Pictures pictures, Site site, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (file, details) = (query.Get(File), new MediaDetails { Credit = query.Get(Credit), RightsHolder = query.Get(RightsHolder), RightsUntil = query.Get(RightsUntil), Description = query.Get(Description) });
        if (query.Problem is { } problem) return problem;
        var type = http.Request.ContentType ?? "";
        if (!type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Problem("Send the picture's bytes as the body, with a Content-Type such as image/jpeg.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, ct);
        bytes.Position = 0;
        var (item, isNew, refusal) = await uploads.AddAsync(bytes, file ?? "picture", details, ct);
        if (item is null) return TypedResults.Problem(refusal, title: "The picture cannot be taken", statusCode: StatusCodes.Status422UnprocessableEntity);
        var entry = item.Entry(pictures, site);
        return isNew ? TypedResults.Created(site.Address($"/api/v1/media/{item.Id}"), entry) : TypedResults.Ok(entry);
    }

    private static ApiParameter<string?> Line(string name, string description, string expected, string example, int longest) => new()
    {
        Name = name,
        Description = description,
        Expected = expected,
        Example = example,
        Schema = new() { Type = Microsoft.OpenApi.JsonSchemaType.String, MaxLength = longest },
        Read = (string text, out string? value) => (value = Plain.Line(text)) is { Length: > 0 } line && line.Length <= longest,
    };
}
