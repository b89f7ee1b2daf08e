namespace NewsSite.Core.Blocks;

/// <summary>
/// A block whose type (or whose newer version) this program does not know, such as that of a module that was removed.
/// It is kept byte for byte, goes back out the same, and shows readers nothing.
/// </summary>
public sealed record UnknownBlock : Block
{
    /// <summary>The type's name as it was found.</summary>
    public required string Type { get; init; }

    /// <summary>The block's JSON text as it was stored; null when it came from a content file.</summary>
    public string? Json { get; init; }

    /// <summary>The text of its container as it stood in the content file, fences included; null when it came as JSON.</summary>
    public string? Markdown { get; init; }

    /// <summary>Nothing: readers and search see no words of a block that nobody here understands.</summary>
    public override string ToPlainText() => "";

    /// <inheritdoc/>
    public override IEnumerable<Issue> Check(ArticleWords article) =>
        [Issue.Warn("", $"This site has no block type “{Type}”. The block is kept, and readers do not see it.")];
}
