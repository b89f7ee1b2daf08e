using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>A block as its JSON text, in the form in which it is stored. One of an unknown type keeps its bytes.</summary>
/// <param name="Id">The id that stands in the text.</param>
/// <param name="Json">The text.</param>
[JsonConverter(typeof(Writing))]
public readonly record struct BlockText(string Id, string Json)
{
    /// <summary>Whether both say the same: the order of fields, white space and the form of numbers do not count.</summary>
    public bool Says(BlockText other)
    {
        if (string.Equals(Json, other.Json, StringComparison.Ordinal)) return true;
        using var mine = JsonDocument.Parse(Json);
        using var others = JsonDocument.Parse(other.Json);
        return JsonElement.DeepEquals(mine.RootElement, others.RootElement);
    }

    /// <summary>The same block under another id.</summary>
    public BlockText Named(string id)
    {
        var json = JsonNode.Parse(Json)!.AsObject();
        json["id"] = id;
        return new(id, json.ToJsonString(JsonSerializerOptions.Web));
    }

    private sealed class Writing : JsonConverter<BlockText>
    {
        public override BlockText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var json = JsonElement.ParseValue(ref reader);
            return new(json.GetProperty("id").GetString()!, json.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, BlockText value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json);
    }
}
