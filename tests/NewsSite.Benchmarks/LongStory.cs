using System.Text.Json.Nodes;

namespace NewsSite.Benchmarks;

/// <summary>A made-up story as long as the longest of a year, in the newsroom's own form.</summary>
internal static class LongStory
{
    private static readonly string[] Words = "the council of the county met on Tuesday to hear how far its plan for children had come and what remained before inspectors return next spring".Split(' ');

    /// <summary>Its content, as the editor sends it.</summary>
    /// <param name="words">Words in all.</param>
    /// <param name="blocks">Blocks that they are in, every second of them typed.</param>
    /// <param name="edit">Makes each call's content differ by a word.</param>
    public static JsonObject Content(int words, int blocks, int edit)
    {
        var all = new JsonArray();
        for (var i = 0; i < blocks; i++) all.Add(BlockOf(i, words / blocks, i == blocks / 2 ? edit : 0));
        return new()
        {
            ["kind"] = "news",
            ["headline"] = "A long story to measure with",
            ["standfirst"] = "As long as the longest of a year.",
            ["socialHeadline"] = null,
            ["socialDescription"] = null,
            ["bylines"] = new JsonArray(),
            ["topics"] = new JsonArray(),
            ["sources"] = new JsonArray(),
            ["leadImage"] = null,
            ["comments"] = "site",
            ["blocks"] = all,
        };
    }

    private static JsonObject BlockOf(int number, int words, int edit)
    {
        var text = TextOf(number, words) + (edit > 0 ? $" Edited {edit} times." : "");
        var block = new JsonObject { ["type"] = "prose", ["id"] = $"b{number}", ["v"] = 1 };
        switch (number % 4)
        {
            case 1:
                block["type"] = "quote";
                block["words"] = new JsonArray($"“{text}”");
                block["name"] = "A. Reader";
                break;
            case 3:
                block["type"] = "callout";
                block["text"] = new JsonArray(text);
                break;
            default:
                block["text"] = text.Replace(". ", ".\n\n", StringComparison.Ordinal);
                break;
        }
        return block;
    }

    private static string TextOf(int from, int words) => string.Concat(Enumerable.Range(from, words).Select(i => i % 17 == 16 ? $"{Words[i % Words.Length]}. " : Words[i % Words.Length] + " ")).Trim() + ".";
}
