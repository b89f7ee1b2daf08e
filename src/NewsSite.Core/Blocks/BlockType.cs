using System.Reflection;
using System.Text.Json.Nodes;
using NewsSite.Core.Content;
using NewsSite.Core.Fields;

namespace NewsSite.Core.Blocks;

/// <summary>A block type as the catalogue knows it.</summary>
public sealed class BlockType
{
    private readonly Func<ContainerReader, Block> _read;
    private readonly Action<Block, ContainerWriter> _write;
    private readonly Action<JsonObject, int>? _upgrade;

    private BlockType(Type type, BlockTypeAttribute attribute, Func<ContainerReader, Block> read, Action<Block, ContainerWriter> write, Action<JsonObject, int>? upgrade)
    {
        (ClrType, Id, Name, Category, Icon, Version, Help) = (type, attribute.Id, attribute.Name, attribute.Category, attribute.Icon, attribute.Version, attribute.Help);
        (_read, _write, _upgrade) = (read, write, upgrade);
        ViewName = type.Name.EndsWith("Block", StringComparison.Ordinal) ? type.Name[..^"Block".Length] : type.Name;
        Fields = BlockField.FieldsOf(type);
    }

    /// <summary>The stable name in JSON and Markdown.</summary>
    public string Id { get; }

    /// <summary>The name journalists see.</summary>
    public string Name { get; }

    /// <summary>The group it stands in when a journalist picks a block.</summary>
    public string Category { get; }

    /// <summary>Name of an icon of the newsroom's set.</summary>
    public string Icon { get; }

    /// <summary>When to use it, for journalists.</summary>
    public string Help { get; }

    /// <summary>Version of the stored shape.</summary>
    public int Version { get; }

    /// <summary>The record.</summary>
    public Type ClrType { get; }

    /// <summary>Name of the partial that draws it: <c>PullQuote</c> for <c>PullQuoteBlock</c>.</summary>
    public string ViewName { get; }

    /// <summary>The fields, in the order in which they are declared.</summary>
    public IReadOnlyList<BlockField> Fields { get; }

    /// <summary>Reads a container of this type; faults go to the reader.</summary>
    public Block Read(ContainerReader container) => _read(container) with { Id = container.Id };

    /// <summary>Writes the container's attributes and body.</summary>
    public void Write(Block block, ContainerWriter container) => _write(block, container);

    /// <summary>Brings stored JSON of an earlier version to the present shape, in place.</summary>
    /// <param name="stored">The block's JSON.</param>
    /// <param name="from">The version it was saved with, from 1 and below <see cref="Version"/>.</param>
    public void Upgrade(JsonObject stored, int from)
    {
        ArgumentNullException.ThrowIfNull(stored);
        _upgrade!(stored, from); // Of makes sure that a type above version 1 has one
        stored["v"] = Version;
    }

    /// <summary>Everything that its fields and the block itself find to mend.</summary>
    public IEnumerable<Issue> Check(Block block, ArticleWords article) =>
        Fields.SelectMany(f => f.Check(block)).Concat(block.Check(article));

    /// <summary>Describes a record that carries <see cref="BlockTypeAttribute"/>.</summary>
    /// <exception cref="InvalidOperationException">The record lacks what a block type needs; the message says what.</exception>
    public static BlockType Of(Type type)
    {
        var attribute = type.GetCustomAttribute<BlockTypeAttribute>()
            ?? throw new InvalidOperationException($"{type} has no [BlockType].");
        if (!typeof(Block).IsAssignableFrom(type) || !Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMarkdownBlock<>)))
            throw new InvalidOperationException($"{type} must derive from Block and implement IMarkdownBlock<{type.Name}>.");
        return (BlockType)typeof(BlockType).GetMethod(nameof(Describe), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [attribute], null)!;
    }

    private static BlockType Describe<TBlock>(BlockTypeAttribute attribute)
        where TBlock : Block, IMarkdownBlock<TBlock>
    {
        var upgrade = typeof(IUpgradableBlock).IsAssignableFrom(typeof(TBlock))
            ? typeof(TBlock).GetMethod(nameof(IUpgradableBlock.Upgrade), [typeof(JsonObject), typeof(int)])!.CreateDelegate<Action<JsonObject, int>>()
            : null;
        if (attribute.Version > 1 && upgrade is null)
            throw new InvalidOperationException($"{typeof(TBlock)} is at version {attribute.Version} but has no upgrade from earlier ones: implement {nameof(IUpgradableBlock)}.");
        return new(typeof(TBlock), attribute, TBlock.Read, (block, container) => TBlock.Write((TBlock)block, container), upgrade);
    }
}
