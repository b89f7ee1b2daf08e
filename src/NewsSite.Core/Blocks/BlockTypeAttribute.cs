namespace NewsSite.Core.Blocks;

/// <summary>Makes a record that derives from <see cref="Block"/> a block type. The class is named after its view: <c>PullQuoteBlock</c> is drawn by <c>PullQuote.cshtml</c>.</summary>
/// <param name="id">The type's stable name in JSON and Markdown: a–z, 0–9 and hyphen. Never changed once articles use it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockTypeAttribute(string id) : Attribute
{
    /// <summary>The stable name in JSON and Markdown.</summary>
    public string Id { get; } = id;

    /// <summary>The name journalists see.</summary>
    public required string Name { get; init; }

    /// <summary>The group it stands in when a journalist picks a block.</summary>
    public string Category { get; init; } = "Text";

    /// <summary>Name of an icon of the newsroom's set.</summary>
    public string Icon { get; init; } = "block";

    /// <summary>Version of the stored shape, from 1. Raise it when a field is renamed or changes meaning, and implement <see cref="IUpgradableBlock"/>.</summary>
    public int Version { get; init; } = 1;

    /// <summary>One sentence for journalists: when to use it.</summary>
    public string Help { get; init; } = "";
}
