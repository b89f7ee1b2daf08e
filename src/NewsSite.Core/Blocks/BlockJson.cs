using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsSite.Core.Content;

namespace NewsSite.Core.Blocks;

/// <summary>Blocks as JSON. Unknown types and newer versions keep their text; earlier versions are upgraded on the way in.</summary>
internal sealed class BlockJson(BlockCatalogue catalogue, JsonSerializerOptions fields) : JsonConverter<Block>
{
    public static (JsonSerializerOptions Blocks, JsonSerializerOptions Fields) OptionsFor(BlockCatalogue catalogue)
    {
        var fields = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // stored and served as JSON, never inside HTML
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowMissingForNull, info => AddNameAndVersion(info, catalogue) } },
        };
        var options = new JsonSerializerOptions(fields);
        options.Converters.Add(new BlockJson(catalogue, fields));
        options.MakeReadOnly();
        return (options, fields);
    }

    public override bool CanConvert(Type typeToConvert) => typeof(Block).IsAssignableFrom(typeToConvert);

    public override Block Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty("type", out var name) || name.ValueKind is not JsonValueKind.String)
            throw new JsonException("A block is an object with a type.");
        var id = Text(json, "id") ?? "";
        var version = VersionOf(json);
        if (version == 0 && Text(json, "markdown") is { } container)
            return ArticleText.ReadContainer(container, catalogue) is { } known ? known with { Id = id } : new UnknownBlock { Type = name.GetString()!, Id = id, Markdown = container };
        if (catalogue.Find(name.GetString()!) is not { } type || version > type.Version || version < 1)
            return new UnknownBlock { Type = name.GetString()!, Id = id, Json = json.GetRawText() };
        if (version == type.Version) return (Block)json.Deserialize(type.ClrType, fields)!;
        var stored = JsonObject.Create(json)!;
        type.Upgrade(stored, version);
        return (Block)stored.Deserialize(type.ClrType, fields)!;
    }

    public override void Write(Utf8JsonWriter writer, Block value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case UnknownBlock { Json: { } json }:
                writer.WriteRawValue(json, skipInputValidation: true);
                break;
            case UnknownBlock unknown:
                writer.WriteStartObject();
                writer.WriteString("type", unknown.Type);
                writer.WriteString("id", unknown.Id);
                writer.WriteNumber("v", 0); // not a shape but the container's text: read when the type is known again
                writer.WriteString("markdown", unknown.Markdown);
                writer.WriteEndObject();
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType(), fields);
                break;
        }
    }

    // No version is the first; one that is no whole number is none that this program knows.
    private static int VersionOf(JsonElement json)
    {
        if (!json.TryGetProperty("v", out var v)) return 1;
        return v.ValueKind is JsonValueKind.Number && v.TryGetInt32(out var number) ? number : int.MaxValue;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    // Null is written as nothing, so a draft's empty field is missing when it comes back, also where C# asks for a value.
    private static void AllowMissingForNull(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(p => p.IsRequired))
            if (property.AttributeProvider is PropertyInfo member && (Nullable.GetUnderlyingType(member.PropertyType) is not null || new NullabilityInfoContext().Create(member).WriteState is NullabilityState.Nullable))
                property.IsRequired = false;
    }

    private static void AddNameAndVersion(JsonTypeInfo info, BlockCatalogue catalogue)
    {
        if (!typeof(Block).IsAssignableFrom(info.Type) || !info.Type.IsDefined(typeof(BlockTypeAttribute), inherit: false)) return;
        var type = catalogue.Types.First(t => t.ClrType == info.Type);
        foreach (var property in info.Properties.Where(p => p.Name == "id")) property.Order = -2;
        info.Properties.Add(Constant(info, "type", typeof(string), type.Id, -3));
        info.Properties.Add(Constant(info, "v", typeof(int), type.Version, -1));
    }

    private static JsonPropertyInfo Constant(JsonTypeInfo owner, string name, Type type, object value, int order)
    {
        var property = owner.CreateJsonPropertyInfo(type, name);
        property.Get = _ => value;
        property.Order = order;
        return property;
    }
}
