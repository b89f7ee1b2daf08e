using System.Text.Json.Nodes;
using NewsSite.Core.Blocks;

namespace NewsSite.SampleModule.Blocks.Meeting;

public sealed partial record MeetingBlock : IUpgradableBlock
{
    /// <summary>Version 1 called the title <c>committee</c> and kept the business in one text.</summary>
    public static void Upgrade(JsonObject stored, int from)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Remove("committee", out var committee)) stored["title"] = committee;
        if (stored["business"] is JsonValue text) stored["business"] = new JsonArray(JsonValue.Create(text.GetValue<string>()));
    }
}
