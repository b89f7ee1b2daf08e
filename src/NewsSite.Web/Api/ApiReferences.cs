using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NewsSite.Web.Api;

/// <summary>Reads the OpenAPI document for people.</summary>
public sealed class ApiReferences([FromKeyedServices(ApiFeature.Document)] IOpenApiDocumentProvider provider)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // escaped again by the view

    /// <summary>The documentation.</summary>
    public async Task<ApiReference> ReadAsync(CancellationToken ct)
    {
        var document = await provider.GetOpenApiDocumentAsync(ct);
        var root = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct))!;
        var operations =
            (from path in root["paths"]!.AsObject()
             from method in path.Value!.AsObject()
             select (Tag: Text(method.Value!["tags"]![0]), Operation: Operation(path.Key, method.Key, method.Value!))).ToList();
        return new(
            Text(root["info"]!["title"]), Text(root["info"]!["description"]),
            [.. root["tags"]!.AsArray().Select(tag => new ApiGroup(Text(tag!["name"]), Text(tag["description"]), [.. operations.Where(o => o.Tag == Text(tag["name"])).Select(o => o.Operation)]))],
            [.. root["components"]!["schemas"]!.AsObject().Select(s => Shape(s.Key, s.Value!))]);
    }

    private static ApiOperation Operation(string path, string method, JsonNode operation)
    {
        var content = (operation["responses"]!["200"] ?? operation["responses"]!["201"])?["content"]?["application/json"];
        return new(
            Text(operation["operationId"]), method.ToUpperInvariant(), path, Text(operation["summary"]), Text(operation["description"]),
            [.. operation["parameters"]!.AsArray().Select(p => new ApiField(Text(p!["name"]), Text(p["in"]), TypeOf(p["schema"]!), Text(p["description"]), p["required"]?.GetValue<bool>() ?? false))],
            [.. operation["responses"]!.AsObject().Select(r => new ApiStatus(r.Key, Text(r.Value!["description"])))],
            BodyOf(operation["requestBody"]), content?["schema"]?["$ref"] is { } shape ? NameOf(shape) : null, content?["example"]?.ToJsonString(Indented));
    }

    private static ApiBody? BodyOf(JsonNode? body)
    {
        if (body?["content"]?.AsObject().FirstOrDefault() is not { Value: { } content } found) return null;
        return new(Text(body["description"]), found.Key, content["schema"]?["$ref"] is { } shape ? NameOf(shape) : null, content["example"]?.ToJsonString(Indented));
    }

    private static ApiShape Shape(string name, JsonNode schema)
    {
        var required = schema["required"]?.AsArray().Select(Text).ToHashSet(StringComparer.Ordinal) ?? [];
        var properties = schema["properties"]?.AsObject();
        return new(
            name, Text(schema["description"]),
            [.. from property in properties ?? [] select new ApiField(property.Key, null, TypeOf(property.Value!), DescriptionOf(property.Value!), required.Contains(property.Key))],
            properties is null ? TypeOf(schema) : null);
    }

    private static string DescriptionOf(JsonNode schema) =>
        schema["description"] is { } own ? Text(own) : schema["oneOf"]?.AsArray().Select(s => Text(s!["description"])).FirstOrDefault(t => t.Length > 0) ?? Text(schema["title"]);

    private static ApiType TypeOf(JsonNode schema)
    {
        if (schema["$ref"] is { } shape) return new("", [NameOf(shape)], "");
        if (schema["oneOf"] is JsonArray several) return OneOf([.. several.Select(s => s!)]);
        if (schema["enum"] is JsonArray words) return Plain(words.Count == 1 ? words[0]!.ToJsonString() : "one of " + string.Join(", ", words.Select(w => w?.ToString() ?? "null")));
        if (schema["const"] is { } only) return Plain(only.ToJsonString());
        string[] types = schema["type"] is JsonArray many ? [.. many.Select(Text)] : [Text(schema["type"])];
        var after = types.Contains("null") ? " or null" : "";
        if (types.Contains("array") && schema["items"] is { } items)
        {
            var inner = TypeOf(items);
            return inner with { Before = "list of " + inner.Before, After = inner.After + after };
        }
        return Plain(string.Join(" or ", types.Where(t => t != "null").Select(t => Text(schema["format"]) is { Length: > 0 } format && t == "string" ? format : t)) + after);
    }

    private static ApiType OneOf(IReadOnlyList<JsonNode> several)
    {
        var isNullable = several.Any(s => Text(s["type"]) == "null");
        string[] shapes = [.. several.Select(s => s["$ref"]).OfType<JsonNode>().Select(NameOf)];
        return new(shapes.Length > 1 ? "one of " : "", shapes, isNullable ? " or null" : "");
    }

    private static ApiType Plain(string text) => new(text, [], "");

    private static string NameOf(JsonNode reference) => Text(reference)["#/components/schemas/".Length..];

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
