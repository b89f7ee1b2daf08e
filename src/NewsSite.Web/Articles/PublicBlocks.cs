using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Core.Blocks;
using NewsSite.Core.Fields;

namespace NewsSite.Web.Articles;

/// <summary>Blocks as strangers may have them. A block's own fields are all for readers, save that a list of articles can name ones that nobody is to know of yet.</summary>
internal sealed class PublicBlocks(BlockCatalogue catalogue, IReferences references)
{
    /// <summary>The blocks without those of unknown types, which may hold anything, and without the slugs of articles that are not live.</summary>
    public IReadOnlyList<Block> Of(IEnumerable<Block> blocks) =>
        [.. from block in blocks let type = catalogue.Of(block) where type is not null select Of(block, type)];

    private Block Of(Block block, BlockType type)
    {
        if (!type.Fields.Any(NamesArticles)) return block;
        var json = JsonSerializer.SerializeToNode(block, catalogue.Json)!.AsObject();
        Strip(json, type.Fields);
        return json.Deserialize<Block>(catalogue.Json)!;
    }

    private void Strip(JsonObject owner, IReadOnlyList<BlockField> fields)
    {
        foreach (var field in fields.Where(NamesArticles))
            switch (owner[field.Name])
            {
                case JsonArray slugs when field.Control is FieldControl.Articles:
                    slugs.RemoveAll(IsHidden);
                    break;
                case JsonArray items:
                    items.RemoveAll(item => field.ItemFields.Any(f => f.Control is FieldControl.Article && IsHidden(item![f.Name])));
                    foreach (var item in items.OfType<JsonObject>()) Strip(item, field.ItemFields);
                    break;
                case var slug when IsHidden(slug):
                    owner.Remove(field.Name);
                    break;
                default:
                    break;
            }
    }

    private bool IsHidden(JsonNode? slug) => slug is JsonValue value && value.TryGetValue<string>(out var text) && references.Article(text) is null;

    private static bool NamesArticles(BlockField field) => field.Control is FieldControl.Article or FieldControl.Articles || field.ItemFields.Any(NamesArticles);
}
