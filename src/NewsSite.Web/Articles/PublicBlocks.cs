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
        {
            if (owner[field.Name] is not JsonArray values) continue;
            if (field.Control is FieldControl.Articles) values.RemoveAll(v => v is not JsonValue slug || references.Article(slug.GetValue<string>()) is null);
            else foreach (var item in values.OfType<JsonObject>()) Strip(item, field.ItemFields);
        }
    }

    private static bool NamesArticles(BlockField field) => field.Control is FieldControl.Articles || field.ItemFields.Any(NamesArticles);
}
