using System.Reflection;
using System.Text.Json;

namespace NewsSite.Core.Blocks;

/// <summary>Every block type of this site, its own and those of modules.</summary>
public sealed class BlockCatalogue
{
    private readonly Dictionary<string, BlockType> _byId;
    private readonly Dictionary<Type, BlockType> _byType;

    /// <summary>Gathers the block types.</summary>
    /// <exception cref="InvalidOperationException">Two types have one name, or a type lacks something; the message names it.</exception>
    public BlockCatalogue(IEnumerable<BlockType> types)
    {
        Types = [.. types.OrderBy(t => t.Id, StringComparer.Ordinal)];
        if (Types.GroupBy(t => t.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Two block types are called {twice.Key}: {string.Join(" and ", twice.Select(t => t.ClrType))}.");
        _byId = Types.ToDictionary(t => t.Id, StringComparer.Ordinal);
        _byType = Types.ToDictionary(t => t.ClrType);
        (Json, FieldJson) = BlockJson.OptionsFor(this);
    }

    /// <summary>All types, by name.</summary>
    public IReadOnlyList<BlockType> Types { get; }

    /// <summary>How blocks become JSON (<c>{"type","id","v",…fields}</c>) and back.</summary>
    public JsonSerializerOptions Json { get; }

    /// <summary>The same for the fields of one known type.</summary>
    internal JsonSerializerOptions FieldJson { get; }

    /// <summary>Finds the public block types of assemblies.</summary>
    public static BlockCatalogue From(IEnumerable<Assembly> assemblies) =>
        new(assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => t.IsVisible && t.IsDefined(typeof(BlockTypeAttribute))).Select(BlockType.Of));

    /// <summary>The type of this name; null when the site has none.</summary>
    public BlockType? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The type of a block; null for an <see cref="UnknownBlock"/>.</summary>
    public BlockType? Of(Block block) => _byType.GetValueOrDefault(block.GetType());

    /// <summary>Everything to mend in a block: its fields' limits first, then its own rules.</summary>
    public IEnumerable<Issue> Check(Block block, ArticleWords article) =>
        Of(block)?.Check(block, article) ?? block.Check(article);
}
