using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Themes;

/// <summary>
/// A piece of structured data (schema.org) for a script element. It is written unescaped into the page, so it can be made only of JSON,
/// in which <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are written as \u003C and the like: no headline can end the script.
/// </summary>
/// <param name="thing">What <see cref="Thing"/> made.</param>
public sealed class JsonLd(JsonObject thing) : IHtmlContent
{
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly string _text = Written(thing);

    /// <summary>An object of a schema.org type.</summary>
    /// <param name="type">Such as <c>NewsArticle</c>.</param>
    /// <param name="properties">Its properties; those that are null or an empty list are left out.</param>
    public static JsonObject Thing(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in properties)
            if (value is not (null or JsonArray { Count: 0 })) thing[name] = value;
        return thing;
    }

    /// <summary>A list for a property of several values.</summary>
    public static JsonArray List(IEnumerable<JsonNode?> values) => [.. values];

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_text);
    }

    /// <summary>The JSON.</summary>
    public override string ToString() => _text;

    private static string Written(JsonObject thing)
    {
        var document = (JsonObject)thing.DeepClone();
        document.Insert(0, "@context", "https://schema.org");
        return document.ToJsonString(Safe);
    }
}
