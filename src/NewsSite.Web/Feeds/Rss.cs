namespace NewsSite.Web.Feeds;

/// <summary>RSS 2.0 with full content.</summary>
internal static class Rss
{
    private const string Atom = "http://www.w3.org/2005/Atom", Content = "http://purl.org/rss/1.0/modules/content/", Dublin = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Feed feed) => Xml.Of(xml =>
    {
        xml.WriteStartElement("rss");
        xml.Attribute("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteStartElement("channel");
        xml.Words("title", feed.Title);
        xml.Words("link", feed.HomeAddress);
        xml.Words("description", feed.Description ?? feed.Title); // RSS demands one
        xml.Words("language", feed.Language);
        if (feed.Updated is { } updated) xml.Words("lastBuildDate", Xml.Rfc822(updated));
        xml.WriteStartElement("atom", "link", Atom);
        xml.Attribute("rel", "self");
        xml.Attribute("type", "application/rss+xml");
        xml.Attribute("href", $"{feed.Folder}/feed.xml{feed.Query}");
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            xml.Words("title", entry.Title);
            xml.Words("link", entry.Address);
            xml.WriteStartElement("guid");
            xml.Attribute("isPermaLink", "false");
            xml.WriteString(entry.Id);
            xml.WriteEndElement();
            xml.Words("pubDate", Xml.Rfc822(entry.Published));
            if (entry.Updated is { } changed) xml.Words("updated", Xml.Rfc3339(changed), Atom, "atom"); // RSS has no word for it
            foreach (var (name, _) in entry.Authors) xml.Words("creator", name, Dublin, "dc");
            foreach (var category in entry.Categories) xml.Words("category", category);
            xml.Words("description", entry.Summary);
            xml.WriteStartElement("content", "encoded", Content);
            xml.WriteCData(Xml.Allowed(entry.Html));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    });
}
