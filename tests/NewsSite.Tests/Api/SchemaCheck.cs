using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsSite.Tests.Api;

/// <summary>The part of JSON Schema that the OpenAPI document uses. Properties that a schema does not name are faults too, so that nothing is served undocumented.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>What in the value breaks the schema, as "path: fault".</summary>
    public IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value) => [.. Check(schema, value, "$")];

    private IEnumerable<string> Check(JsonNode schema, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference) return Check(Resolve((string)reference!), value, path);
        if (schema["oneOf"] is JsonArray several) return OneOf(schema, several, value, path);
        return [.. Types(schema, value, path), .. Words(schema, value, path), .. Children(schema, value, path)];
    }

    private IEnumerable<string> OneOf(JsonNode schema, JsonArray several, JsonNode? value, string path)
    {
        if (schema["discriminator"] is { } by)
        {
            var type = (string)value![(string)by["propertyName"]!]!;
            return by["mapping"]![type] is { } name ? Check(Resolve((string)name!), value, path) : [$"{path}: no schema for {type}"];
        }
        var results = several.Select(s => Check(s!, value, path).ToList()).ToList();
        return results.Exists(r => r.Count == 0) ? [] : results.OrderBy(r => r.Count).Last();
    }

    private static IEnumerable<string> Types(JsonNode schema, JsonNode? value, string path)
    {
        string[] allowed = schema["type"] switch { JsonArray many => [.. many.Select(t => (string)t!)], JsonNode one => [(string)one!], _ => [] };
        var actual = value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        };
        if (allowed.Length > 0 && !allowed.Contains(actual) && !(actual == "integer" && allowed.Contains("number"))) yield return $"{path}: is {actual}, expected {string.Join(" or ", allowed)}";
        if (schema["enum"] is JsonArray words && value is not null && !words.Any(w => JsonNode.DeepEquals(w, value))) yield return $"{path}: {value} is none of {words.ToJsonString()}";
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value)) yield return $"{path}: is not {only}";
    }

    private static IEnumerable<string> Words(JsonNode schema, JsonNode? value, string path)
    {
        if (value is not JsonValue leaf || leaf.GetValueKind() is not JsonValueKind.String) yield break;
        var text = (string)value!;
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern)) yield return $"{path}: “{text}” does not match {pattern}";
        var isForm = (string?)schema["format"] switch
        {
            "uuid" => Guid.TryParse(text, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$"),
            "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
            _ => true,
        };
        if (!isForm) yield return $"{path}: “{text}” is no {schema["format"]}";
    }

    private IEnumerable<string> Children(JsonNode schema, JsonNode? value, string path)
    {
        if (value is JsonArray array && schema["items"] is { } items)
            foreach (var (i, item) in array.Index())
                foreach (var fault in Check(items, item, $"{path}[{i}]"))
                    yield return fault;
        if (value is not JsonObject owner) yield break;
        foreach (var name in schema["required"]?.AsArray().Select(n => (string)n!) ?? [])
            if (!owner.ContainsKey(name)) yield return $"{path}.{name}: is missing";
        if (schema["properties"] is not JsonObject properties) yield break;
        foreach (var (name, child) in owner)
            if (properties[name] is { } known) foreach (var fault in Check(known, child, $"{path}.{name}")) yield return fault;
            else yield return $"{path}.{name}: is not documented";
    }

    private JsonNode Resolve(string reference) => document["components"]!["schemas"]![reference["#/components/schemas/".Length..]] ?? throw new InvalidOperationException($"{reference} leads nowhere.");
}
