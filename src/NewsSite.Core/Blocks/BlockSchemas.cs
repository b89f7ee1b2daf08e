using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using NewsSite.Core.Fields;

namespace NewsSite.Core.Blocks;

/// <summary>
/// JSON Schemas (draft 2020-12) of block types: what the API serves, and what the newsroom draws a form from.
/// Beside the standard's words a field carries <c>x-control</c> (a <see cref="FieldControl"/>) and <c>x-soft-limit</c> (characters from which the writer is warned).
/// </summary>
public static class BlockSchemas
{
    private static readonly string[] Always = ["type", "id", "v"];
    private const string Id = "^[a-z0-9][a-z0-9-]{0,39}$";
    private const string Date = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    /// <summary>The schema of one type's JSON.</summary>
    public static JsonObject Of(BlockCatalogue catalogue, BlockType type)
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Simplify };
        var shape = catalogue.FieldJson.GetJsonSchemaAsNode(type.ClrType, exporter).AsObject();
        var properties = shape["properties"]!.AsObject();
        properties["type"] = new JsonObject { ["const"] = type.Id };
        properties["id"] = new JsonObject { ["type"] = "string", ["description"] = "Unique in the article, kept through edits and moves.", ["pattern"] = Id };
        properties["v"] = new JsonObject { ["const"] = type.Version };
        Describe(properties, type.Fields);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = type.Name,
            ["description"] = type.Help,
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["required"] = new JsonArray([.. Always.Concat(Required(type.Fields)).Select(n => JsonValue.Create(n))]),
            ["additionalProperties"] = false,
        };
    }

    private static void Describe(JsonObject properties, IReadOnlyList<BlockField> fields)
    {
        foreach (var field in fields)
        {
            var shape = properties[field.Name]!.AsObject();
            var described = new JsonObject { ["title"] = field.Label };
            if (field.Help is not null) described["description"] = field.Help;
            foreach (var (name, value) in shape) described[name] = value?.DeepClone();
            Limit(described, field);
            if (field.ItemFields.Count > 0) DescribeItems(described["items"]!.AsObject(), field.ItemFields);
            described["x-control"] = char.ToLowerInvariant(field.Control.ToString()[0]) + field.Control.ToString()[1..];
            if (field.SoftLimit > 0) described["x-soft-limit"] = field.SoftLimit;
            properties[field.Name] = described;
        }
    }

    private static void DescribeItems(JsonObject items, IReadOnlyList<BlockField> fields)
    {
        Describe(items["properties"]!.AsObject(), fields);
        items.Remove("required");
        if (Required(fields) is { Count: > 0 } required) items["required"] = new JsonArray([.. required.Select(n => JsonValue.Create(n))]);
        items["additionalProperties"] = false;
    }

    private static void Limit(JsonObject shape, BlockField field)
    {
        var isText = shape["type"]?.GetValue<string>() == "string" && shape["enum"] is null && shape["pattern"] is null;
        if (field.Required && isText) shape["minLength"] = 1;
        if (field.Required && shape["items"] is not null) shape["minItems"] = 1;
        if (field.HardLimit == 0) return;
        if (isText) shape["maxLength"] = field.HardLimit;
        // The limit is for all texts of a list together, so none of them can be longer.
        else if (shape["items"] is JsonObject items && field.ItemFields.Count == 0) items["maxLength"] = field.HardLimit;
    }

    private static List<string> Required(IReadOnlyList<BlockField> fields) => [.. fields.Where(f => f.Required).Select(f => f.Name)];

    // A field without a value is left out and never null, so schemas do not speak of null.
    private static JsonNode Simplify(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(PartialDate)) return new JsonObject { ["type"] = "string", ["pattern"] = Date };
        if (schema is not JsonObject shape) return schema;
        if (shape["type"] is JsonArray types && types.Select(t => t!.GetValue<string>()).FirstOrDefault(t => t != "null") is { } only) shape["type"] = only;
        if (shape["enum"] is JsonArray values) shape["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
        if (type.IsEnum && shape["type"] is null) shape.Insert(0, "type", "string");
        shape.Remove("default");
        return shape;
    }
}
