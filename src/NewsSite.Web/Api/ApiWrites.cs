using Microsoft.OpenApi;

namespace NewsSite.Web.Api;

/// <summary>An operation that wants an access token.</summary>
/// <param name="Scope">The scope that the token needs.</param>
internal sealed record ApiSecured(string Scope);

/// <summary>A header that an operation reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A value that may be sent.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record ApiHeader(string Name, string Description, string Example, bool IsRequired);

/// <summary>What an operation takes.</summary>
/// <param name="ContentType">Such as application/json.</param>
/// <param name="Description">What it is.</param>
/// <param name="Type">The type of JSON; null for bytes.</param>
/// <param name="Example">A body as the documentation shows it; null for bytes.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="PartialName">The name of the type's form in which every field may be left out; null when the type is taken as it is.</param>
internal sealed record ApiTakesBody(string ContentType, string Description, Type? Type, object? Example, bool IsRequired, string? PartialName = null);

/// <summary>What answers a success instead of 200.</summary>
/// <param name="Status">Such as 201.</param>
/// <param name="When">When it is given.</param>
/// <param name="HasLocation">Whether it has the header Location.</param>
internal sealed record ApiSuccess(int Status, string When, bool HasLocation);

/// <summary>How features tell of requests that carry something.</summary>
internal static class ApiWriteTexts
{
    public const string SecurityScheme = "token";

    /// <summary>Says what JSON the endpoint takes.</summary>
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder endpoint, string description, T example, bool isRequired = true, string? partialName = null)
        where T : notnull => endpoint.WithMetadata(new ApiTakesBody("application/json", description, typeof(T), example, isRequired, partialName))
        .Says(StatusCodes.Status400BadRequest, "The body is no JSON of the shape that is expected.")
        .Says(StatusCodes.Status413PayloadTooLarge, "The body is larger than the address takes.")
        .Says(StatusCodes.Status415UnsupportedMediaType, "The header Content-Type does not say application/json.");

    /// <summary>Says when the endpoint answers with another success than 200.</summary>
    public static RouteHandlerBuilder Succeeds<T>(this RouteHandlerBuilder endpoint, int status, string when, bool hasLocation = false) =>
        endpoint.Produces<T>(status).WithMetadata(new ApiSuccess(status, when, hasLocation));

    public static void AddScheme(OpenApiDocument document) => document.Components!.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
    {
        [SecurityScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An access token, which begins with ns_. Its owner makes it in the newsroom, under their account, and chooses what it may do; it may never do more than they may.",
        },
    };
}
