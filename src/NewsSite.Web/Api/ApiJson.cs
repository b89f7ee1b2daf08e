using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Api;

/// <summary>Reads what programs send, strictly: a field that nobody knows is refused, not passed over, because a misspelt one would be.</summary>
internal sealed class ApiJson(IOptions<JsonOptions> options)
{
    private readonly JsonSerializerOptions _json = new(options.Value.SerializerOptions) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false };

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="otherwise">What stands for no body at all; null where there must be one.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>What was sent, or else the refusal.</returns>
    public async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpRequest request, T? otherwise, CancellationToken ct)
        where T : class
    {
        if (otherwise is not null && request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0) return (otherwise, null);
        if (!request.HasJsonContentType()) return (null, NotJson());
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, _json, ct) is { } body ? (body, null) : (null, Malformed("it is null"));
        }
        catch (JsonException e)
        {
            return (null, Malformed(e.Path is null or "$" ? "it is no JSON, or a field is unknown or given twice" : $"“{e.Path.Replace("$.", "", StringComparison.Ordinal)}” is unknown, given twice, or has the wrong shape"));
        }
    }

    /// <summary>415.</summary>
    public static IResult NotJson() => TypedResults.Problem("Send JSON, with the header “Content-Type: application/json”.", statusCode: StatusCodes.Status415UnsupportedMediaType);

    /// <summary>400.</summary>
    public static IResult Malformed(string why) => TypedResults.Problem($"The body cannot be read: {why}.", statusCode: StatusCodes.Status400BadRequest);
}
