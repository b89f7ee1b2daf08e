using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsSite.Web.Api;

/// <summary>Answers of the API when something is wrong, as RFC 9457 problem details.</summary>
internal static class ApiProblem
{
    public const string ContentType = "application/problem+json";

    /// <summary>400: <c>errors</c> holds for each wrong parameter what was expected.</summary>
    public static ProblemHttpResult Malformed(IReadOnlyDictionary<string, string[]> faults) =>
        TypedResults.Problem(string.Join(' ', faults.Values.SelectMany(f => f)), statusCode: StatusCodes.Status400BadRequest,
            extensions: [new("errors", faults)]);

    /// <summary>404.</summary>
    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    /// <summary>410: it was here and was taken back; <c>reason</c> says why where that is known.</summary>
    public static ProblemHttpResult Gone(string detail, object? reason = null) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status410Gone, extensions: reason is null ? [] : [new("reason", reason)]);

    /// <summary>Where a kind of problem is described; the framework does not know all of them.</summary>
    public static string TypeOf(int status) => TypedResults.Problem(statusCode: status).ProblemDetails.Type ?? "https://tools.ietf.org/html/rfc6585#section-3";

    /// <summary>What to say of a status for which no endpoint said anything.</summary>
    public static ProblemHttpResult Of(int status) => TypedResults.Problem(
        status switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json lists the addresses there are.",
            StatusCodes.Status413PayloadTooLarge => "This is more than the address takes at once.",
            StatusCodes.Status415UnsupportedMediaType => "This address does not take what the header Content-Type names; the documentation says what it takes.",
            StatusCodes.Status405MethodNotAllowed => "This address does not answer this method; the header Allow names those it answers.",
            StatusCodes.Status503ServiceUnavailable => "The site is busy with a large piece of work, such as an import. Nothing is lost; try again in a moment.",
            >= 500 => "Something failed here, not in your request. It has been logged.",
            _ => "The request could not be understood.",
        },
        statusCode: status);
}
