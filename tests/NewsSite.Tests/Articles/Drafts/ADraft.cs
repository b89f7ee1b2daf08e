using System.Text.Json;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Tests.Articles.Drafts;

/// <summary>Content of drafts as tests need it.</summary>
internal static partial class ADraft
{
    public static BlockText Block(string id, string text) =>
        new(id, JsonSerializer.Serialize(new { type = "prose", id, v = 1, text }, JsonSerializerOptions.Web));

    public static string Text(BlockText block) => JsonDocument.Parse(block.Json).RootElement.GetProperty("text").GetString()!;

    public static DraftContent Of(params string[] blocks) => DraftContent.Empty with { Headline = "Pier", Blocks = [.. blocks.Select(b => b.Split('=')).Select(b => Block(b[0], b[^1]))] };

    /// <summary>The blocks as "lead=words walls".</summary>
    public static string Told(DraftContent content) => string.Join(' ', content.Blocks.Select(b => Text(b) == b.Id ? b.Id : $"{b.Id}={Text(b)}"));
}
