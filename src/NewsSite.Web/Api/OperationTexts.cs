using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace NewsSite.Web.Api;

/// <summary>Writes parameters, examples, headers and the answers of failure into each operation of the OpenAPI document.</summary>
internal static class OperationTexts
{
    public static async Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var parameters = metadata.OfType<ApiTakes>().SelectMany(t => t.Parameters).ToList();
        var (secured, isRepeatable) = (metadata.OfType<ApiSecured>().FirstOrDefault(), ApiRepeats.AreRepeatable(metadata));
        var successes = metadata.OfType<ApiSuccess>().ToDictionary(s => s.Status.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var isForReaders = secured is null && context.Description.HttpMethod == "GET";
        operation.Parameters = [.. parameters.Select(p => Describe(p, context.Description.RelativePath!)), .. metadata.OfType<ApiHeader>().Select(Describe), .. isForReaders ? [Conditional()] : Array.Empty<IOpenApiParameter>()];
        operation.Responses ??= [];
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var (status, response) in operation.Responses.Where(r => r.Key.StartsWith('2')))
        {
            if (response is not OpenApiResponse found) continue;
            var success = successes.GetValueOrDefault(status);
            found.Description = success?.When ?? (secured is null || context.Description.HttpMethod == "GET" ? "What was asked for." : "It is done, or was so already.");
            found.Headers = isForReaders ? Headers(parameters.Contains(Paging.PageNumber)) : secured is null ? null : WritingHeaders(isRepeatable, success?.HasLocation is true);
            if (metadata.OfType<ApiExample>().FirstOrDefault() is { } example && found.Content is { } contents)
                contents["application/json"].Example = JsonSerializer.SerializeToNode(example.Body, json);
        }
        if (isForReaders) operation.Responses["304"] = new OpenApiResponse { Description = "Nothing has changed since the answer with this entity tag; there is no body." };
        else if (secured is not null) operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiWriteTexts.SecurityScheme, context.Document)] = [] }];
        if (secured is not null) operation.Description += $" Needs a token with the scope {secured.Scope}.";
        if (metadata.OfType<ApiTakesBody>().LastOrDefault() is { } body) operation.RequestBody = await BodyAsync(body, context, json, ct);
        if (isRepeatable) AddRepeats(operation.Responses, context.Document!);
        foreach (var answer in metadata.OfType<ApiAnswer>()) operation.Responses[answer.Status.ToString(CultureInfo.InvariantCulture)] = Answer(answer, context.Document!);
        if (parameters.Find(p => !IsInPath(p, context.Description.RelativePath!)) is { } mistaken) operation.Responses["400"] = Malformed(mistaken, context.Document!);
        operation.Responses["500"] = Problem("Something failed here; it has been logged.", 500, ApiProblem.Of(500).ProblemDetails.Detail!, context.Document!);
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses.OrderBy(r => r.Key, StringComparer.Ordinal)) ordered.Add(status, response);
        operation.Responses = ordered;
    }

    // The schema is a component of the document already: it is that of an answer, or is added here.
    private static async Task<OpenApiRequestBody> BodyAsync(ApiTakesBody body, OpenApiOperationTransformerContext context, JsonSerializerOptions json, CancellationToken ct)
    {
        var media = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        if (body.Type is { } type)
        {
            var schema = await context.GetOrCreateSchemaAsync(type, null, ct);
            var name = body.PartialName ?? type.Name;
            var whole = context.Document!.Components?.Schemas?.TryGetValue(type.Name, out var shape) is true ? shape : schema; // that of an answer refers to other shapes instead of repeating them
            context.Document.AddComponent(name, body.PartialName is null ? schema : new OpenApiSchema { Type = whole.Type, Description = "What a story begins with. What is left out is empty.", Properties = whole.Properties });
            media = new() { Schema = new OpenApiSchemaReference(name, context.Document), Example = JsonSerializer.SerializeToNode(body.Example, json) };
        }
        return new() { Description = body.Description, Required = body.IsRequired, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [body.ContentType] = media } };
    }

    private static void AddRepeats(OpenApiResponses responses, OpenApiDocument document)
    {
        responses["400"] = Problem("The body or a header cannot be read.", 400, ApiRepeats.NoKey, document);
        responses.TryAdd("409", Problem($"The same request, with the same {ApiRepeats.Key}, is being done at this moment; ask again after Retry-After.", 409, ApiRepeats.Busy, document));
        responses.TryAdd("422", Problem($"The {ApiRepeats.Key} was sent with another request.", 422, $"This {ApiRepeats.Key} was sent with another request.", document));
    }

    private static OpenApiParameter Describe(ApiHeader header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Required = header.IsRequired,
        Description = header.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = header.Example,
    };

    private static OpenApiParameter Describe(ApiParameter parameter, string path)
    {
        var isInPath = IsInPath(parameter, path);
        return new()
        {
            Name = parameter.Name,
            In = isInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = isInPath,
            Description = parameter.Description,
            Schema = parameter.Schema,
            Example = parameter.Schema.Type is JsonSchemaType.Integer ? int.Parse(parameter.Example, CultureInfo.InvariantCulture) : parameter.Example,
        };
    }

    private static bool IsInPath(ApiParameter parameter, string path) => path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal) || path.Contains($"{{{parameter.Name}:", StringComparison.Ordinal);

    private static OpenApiParameter Conditional() => new()
    {
        Name = "If-None-Match",
        In = ParameterLocation.Header,
        Description = "The entity tag of an earlier answer. While it is still right, the answer is 304.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static Dictionary<string, IOpenApiHeader> Headers(bool isList)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["ETag"] = new OpenApiHeader { Description = "Changes with the answer; send it back as If-None-Match.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        if (isList) headers["Link"] = new OpenApiHeader { Description = "Addresses of the pages first, prev, next and last (RFC 8288).", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return headers;
    }

    private static Dictionary<string, IOpenApiHeader> WritingHeaders(bool isRepeatable, bool hasLocation)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["ETag"] = new OpenApiHeader { Description = "The newest revision; send it back as If-Match.", Schema = text } };
        if (hasLocation) headers["Location"] = new OpenApiHeader { Description = "Where it is.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" } };
        if (isRepeatable) headers[ApiRepeats.Replayed] = new OpenApiHeader { Description = $"“true” when this is the answer to an earlier request with the same {ApiRepeats.Key}.", Schema = text };
        return headers;
    }

    private static OpenApiResponse Answer(ApiAnswer answer, OpenApiDocument document) => answer.Status < 400
        ? new() { Description = answer.When, Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Location"] = new OpenApiHeader { Description = "The new address.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" } } } }
        : Problem(answer.When, answer.Status, answer.When, document);

    private static OpenApiResponse Malformed(ApiParameter parameter, OpenApiDocument document)
    {
        var message = $"“{parameter.Name}” is “?”; expected {parameter.Expected}.";
        var response = Problem("A parameter is malformed; errors says which, and what was expected.", 400, message, document);
        response.Content!["application/problem+json"].Example!["errors"] = new JsonObject { [parameter.Name] = new JsonArray(message) };
        return response;
    }

    private static OpenApiResponse Problem(string description, int status, string detail, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ApiProblem.ContentType] = new()
            {
                Schema = new OpenApiSchemaReference(DocumentTexts.ProblemSchema, document),
                Example = new JsonObject
                {
                    ["type"] = ApiProblem.TypeOf(status),
                    ["title"] = ReasonPhrases.GetReasonPhrase(status),
                    ["status"] = status,
                    ["detail"] = detail,
                },
            },
        },
    };
}
