using System.Text.Json;
using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Web.Articles.History;

/// <summary>A field's value as text.</summary>
/// <param name="Label">The name journalists see; of an item of a list with its number.</param>
/// <param name="Text">The value; empty for none.</param>
/// <param name="IsName">Whether it is a name or a choice, which is compared whole, rather than words.</param>
internal sealed record FieldText(string Label, string Text, bool IsName = false);

/// <summary>Every field of a story as text, so that no change goes unseen.</summary>
internal sealed class FieldTexts(BlockCatalogue catalogue)
{
    /// <summary>What stands above the blocks.</summary>
    public static IReadOnlyList<FieldText> OfHead(DraftContent content) =>
    [
        new("Kind", content.Kind.ToString(), IsName: true),
        new("Headline", content.Headline),
        new("Standfirst", content.Standfirst ?? ""),
        new("Headline for social cards", content.SocialHeadline ?? ""),
        new("Description for social cards", content.SocialDescription ?? ""),
        new("Byline", string.Join(", ", content.Bylines)),
        new("Topics", string.Join(", ", content.Topics)),
        new("Sources", string.Join(", ", content.Sources)),
        new("Lead picture", content.LeadImage?.Media ?? "", IsName: true),
        new("Lead picture: purpose", content.LeadImage?.Purpose?.ToString() ?? "", IsName: true),
        new("Lead picture: description", content.LeadImage?.Alt ?? ""),
        new("Lead picture: caption", content.LeadImage?.Caption ?? ""),
        new("Lead picture: credit", content.LeadImage?.Credit ?? ""),
        new("Comments", content.Comments.ToString(), IsName: true),
    ];

    /// <summary>The name of a block's type as journalists see it; of an unknown type as it is stored.</summary>
    public string NameOf(BlockText block)
    {
        using var json = JsonDocument.Parse(block.Json);
        var name = json.RootElement.GetProperty("type").GetString()!;
        return catalogue.Find(name)?.Name ?? $"Unknown block “{name}”";
    }

    /// <summary>A block's fields; of an unknown type its JSON.</summary>
    public IReadOnlyList<FieldText> Of(BlockText block)
    {
        using var json = JsonDocument.Parse(block.Json);
        var isKnown = catalogue.Find(json.RootElement.GetProperty("type").GetString()!) is { } type && json.RootElement.TryGetProperty("v", out var v) && v.GetRawText() == $"{type.Version}";
        return isKnown ? [.. Of(json.RootElement, catalogue.Find(json.RootElement.GetProperty("type").GetString()!)!.Fields, "")] : [new("As it is stored", block.Json)];
    }

    private static IEnumerable<FieldText> Of(JsonElement owner, IReadOnlyList<BlockField> fields, string before)
    {
        foreach (var field in fields)
        {
            if (!owner.TryGetProperty(field.Name, out var value)) continue;
            if (field.ItemFields.Count == 0 || value.ValueKind is not JsonValueKind.Array) yield return new(before + field.Label, Text(value), !IsWords(field.Control));
            else
                foreach (var (place, item) in value.EnumerateArray().Index())
                {
                    FieldText[] parts = [.. Of(item, field.ItemFields, $"{before}{field.Label} {place + 1}: ")];
                    if (parts.Length == 0) yield return new($"{before}{field.Label} {place + 1}", "not filled in", IsName: true);
                    foreach (var part in parts) yield return part;
                }
        }
    }

    private static bool IsWords(FieldControl control) => control is FieldControl.Line or FieldControl.Paragraphs or FieldControl.Markdown or FieldControl.Address;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join("\n\n", value.EnumerateArray().Select(Text)),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
