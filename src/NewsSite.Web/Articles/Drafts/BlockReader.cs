using System.Text.Json;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;
using NewsSite.Web.Articles.Checks;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Reads blocks that an editor sends. Those of known types are brought to their normal form; those of unknown types stay as they are.</summary>
internal static class BlockReader
{
    private static readonly string[] Always = ["type", "id", "v"];

    public static IReadOnlyList<BlockText> Read(IReadOnlyList<JsonElement> list, BlockCatalogue catalogue, List<StoryIssue> faults)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var blocks = new List<BlockText>(list.Count);
        foreach (var (place, json) in list.Index())
        {
            if (IdOf(json, place, taken, faults) is not { } id) continue;
            if (Read(json, id, catalogue, faults) is { } block) blocks.Add(block);
        }
        return blocks;
    }

    private static string? IdOf(JsonElement json, int place, HashSet<string> taken, List<StoryIssue> faults)
    {
        if (json.ValueKind is not JsonValueKind.Object || Text(json, "type") is not { Length: > 0 }) return Refused($"Block {place + 1} is no object with a “type”.");
        if (Text(json, "id") is not { } id || !BlockIds.IsId(id)) return Refused($"Block {place + 1} has no proper “id”; expected 1 to 40 of a–z, 0–9 and hyphen, a letter or digit first.");
        return taken.Add(id) ? id : Refused($"Block {place + 1} has the id “{id}”, which a block before it has already.", id);

        string? Refused(string message, string? block = null)
        {
            faults.Add(JsonFields.Fault(block, "blocks", message));
            return null;
        }
    }

    private static BlockText? Read(JsonElement json, string id, BlockCatalogue catalogue, List<StoryIssue> faults)
    {
        var name = Text(json, "type")!;
        if (catalogue.Find(name) is not { } type || Version(json) > type.Version || Version(json) == 0) return new(id, json.GetRawText());
        if (Version(json) == type.Version)
            foreach (var field in Strangers(json, type.Fields, "", Always))
                faults.Add(JsonFields.Fault(id, field, $"A block “{type.Name}” has no field “{field}”."));
        try
        {
            return DraftContent.TextOf(json.Deserialize<Block>(catalogue.Json)!, catalogue);
        }
        catch (JsonException e)
        {
            var field = FieldOf(e.Path);
            var what = field is null ? "a field that must be there is missing" : $"“{field}” has the wrong shape";
            faults.Add(JsonFields.Fault(id, field, $"The block “{type.Name}” with the id “{id}” cannot be read: {what}."));
            return null;
        }
    }

    private static IEnumerable<string> Strangers(JsonElement json, IReadOnlyList<BlockField> fields, string path, string[] always)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (always.Contains(property.Name, StringComparer.Ordinal)) continue;
            if (fields.FirstOrDefault(f => f.Name == property.Name) is not { } field) yield return path + property.Name;
            else if (field.ItemFields.Count > 0 && property.Value.ValueKind is JsonValueKind.Array)
                foreach (var (place, item) in property.Value.EnumerateArray().Index())
                    if (item.ValueKind is JsonValueKind.Object)
                        foreach (var stranger in Strangers(item, field.ItemFields, $"{path}{field.Name}.{place}.", [])) yield return stranger;
        }
    }

    // “$.items[2].text” as issues write it: “items.2.text”.
    private static string? FieldOf(string? path) =>
        path is null or "$" ? null : path.Replace("$.", "", StringComparison.Ordinal).Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    // As the catalogue reads it: no version is the first, one that is no whole number is none that this program knows.
    private static int Version(JsonElement json) =>
        !json.TryGetProperty("v", out var v) ? 1 : v.ValueKind is JsonValueKind.Number && v.TryGetInt32(out var number) ? number : int.MaxValue;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
