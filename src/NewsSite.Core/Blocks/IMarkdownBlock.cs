using System.Text.Json.Nodes;
using NewsSite.Core.Content;

namespace NewsSite.Core.Blocks;

/// <summary>A block that reads and writes its own <c>:::</c> container. <c>Read(Write(block))</c> gives the same block.</summary>
/// <typeparam name="TSelf">The block's own type.</typeparam>
public interface IMarkdownBlock<TSelf>
    where TSelf : Block, IMarkdownBlock<TSelf>
{
    /// <summary>Makes the block of a container. Faults are reported to the container; what is returned then is not used.</summary>
    static abstract TSelf Read(ContainerReader container);

    /// <summary>Writes the block's attributes and body.</summary>
    static abstract void Write(TSelf block, ContainerWriter container);
}

/// <summary>A block type whose stored shape has changed since articles were saved with it.</summary>
public interface IUpgradableBlock
{
    /// <summary>Changes stored JSON of an earlier version into the present one, in place.</summary>
    /// <param name="stored">The block's JSON with <c>type</c>, <c>id</c> and <c>v</c>.</param>
    /// <param name="from">The version it was saved with, below the present one.</param>
    static abstract void Upgrade(JsonObject stored, int from);
}
