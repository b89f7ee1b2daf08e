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
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var parameters = metadata.OfType<ApiTakes>().SelectMany(t => t.Parameters).ToList();
        operation.Parameters = [.. parameters.Select(p => Describe(p, context.Description.RelativePath!)), Conditional()];
        operation.Responses ??= [];
        if (operation.Responses.GetValueOrDefault("200") is OpenApiResponse found)
        {
            found.Description = "What was asked for.";
            found.Headers = Headers(parameters.Contains(Paging.PageNumber));
            var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            if (metadata.OfType<ApiExample>().FirstOrDefault() is { } example && found.Content is { } contents)
                contents["application/json"].Example = JsonSerializer.SerializeToNode(example.Body, json);
        }
        operation.Responses["304"] = new OpenApiResponse { Description = "Nothing has changed since the answer with this entity tag; there is no body." };
        foreach (var answer in metadata.OfType<ApiAnswer>()) operation.Responses[answer.Status.ToString(CultureInfo.InvariantCulture)] = Answer(answer, context.Document!);
        if (parameters.Find(p => !IsInPath(p, context.Description.RelativePath!)) is { } mistaken) operation.Responses["400"] = Malformed(mistaken, context.Document!);
        operation.Responses["500"] = Problem("Something failed here; it has been logged.", 500, ApiProblem.Of(500).ProblemDetails.Detail!, context.Document!);
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses.OrderBy(r => r.Key, StringComparer.Ordinal)) ordered.Add(status, response);
        operation.Responses = ordered;
        return Task.CompletedTask;
    }

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

    private static bool IsInPath(ApiParameter parameter, string path) => path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);

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
                    ["type"] = TypedResults.Problem(statusCode: status).ProblemDetails.Type,
                    ["title"] = ReasonPhrases.GetReasonPhrase(status),
                    ["status"] = status,
                    ["detail"] = detail,
                },
            },
        },
    };
}
