using NewsSite.Core.Blocks;
using NewsSite.Core.Content;

namespace NewsSite.Tests.Blocks;

/// <summary>A block type without a view: it cannot be drawn. A site has it only when this assembly is one of its modules.</summary>
[BlockType("broken", Name = "Broken")]
public sealed record BrokenBlock : Block, IMarkdownBlock<BrokenBlock>
{
    public static BrokenBlock Read(ContainerReader container) => new();

    public static void Write(BrokenBlock block, ContainerWriter container)
    {
        // It has no fields.
    }

    public override string ToPlainText() => "";
}
