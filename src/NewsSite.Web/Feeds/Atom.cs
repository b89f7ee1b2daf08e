using System.Xml;

namespace NewsSite.Web.Feeds;

/// <summary>Atom (RFC 4287) with full content.</summary>
internal static class Atom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Feed feed) => Xml.Of(xml =>
    {
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.Words("id", feed.HomeAddress);
        xml.Words("title", feed.Title);
        xml.Words("subtitle", feed.Description);
        xml.Words("updated", Xml.Rfc3339(feed.Updated ?? DateTimeOffset.UnixEpoch)); // demanded, even of an empty feed
        Link(xml, "self", "application/atom+xml", $"{feed.Folder}/atom.xml{feed.Query}");
        Link(xml, "alternate", "text/html", feed.HomeAddress);
        Author(xml, feed.Title, feed.HomeAddress); // speaks for entries without authors
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("entry");
            xml.Words("id", entry.Id);
            xml.Words("title", entry.Title);
            Link(xml, "alternate", "text/html", entry.Address);
            xml.Words("published", Xml.Rfc3339(entry.Published));
            xml.Words("updated", Xml.Rfc3339(entry.Updated ?? entry.Published));
            foreach (var (name, address) in entry.Authors) Author(xml, name, address);
            foreach (var category in entry.Categories)
            {
                xml.WriteStartElement("category");
                xml.Attribute("term", category);
                xml.WriteEndElement();
            }
            xml.Words("summary", entry.Summary);
            xml.WriteStartElement("content");
            xml.Attribute("type", "html");
            xml.WriteCData(Xml.Allowed(entry.Html));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static void Link(XmlWriter xml, string rel, string type, string address)
    {
        xml.WriteStartElement("link");
        xml.Attribute("rel", rel);
        xml.Attribute("type", type);
        xml.Attribute("href", address);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name, string address)
    {
        xml.WriteStartElement("author");
        xml.Words("name", name);
        xml.Words("uri", address);
        xml.WriteEndElement();
    }
}
