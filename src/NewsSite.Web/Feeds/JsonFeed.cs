using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsSite.Web.Feeds;

/// <summary>JSON Feed 1.1 with full content.</summary>
internal static class JsonFeed
{
    // Never put into a page, so letters and angle brackets may stand as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.HomeAddress);
            json.WriteString("feed_url", $"{feed.Folder}/feed.json{feed.Query}");
            if (feed.Description is not null) json.WriteString("description", feed.Description);
            json.WriteString("language", feed.Language);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries) Write(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Address);
        json.WriteString("title", entry.Title);
        if (entry.Summary is not null) json.WriteString("summary", entry.Summary);
        json.WriteString("content_html", entry.Html);
        if (entry.Image is not null) json.WriteString("image", entry.Image);
        json.WriteString("date_published", Xml.Rfc3339(entry.Published));
        if (entry.Updated is { } updated) json.WriteString("date_modified", Xml.Rfc3339(updated));
        json.WriteStartArray("authors");
        foreach (var (name, address) in entry.Authors)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("url", address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("tags");
        foreach (var category in entry.Categories) json.WriteStringValue(category);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
