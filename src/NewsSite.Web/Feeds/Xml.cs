using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsSite.Web.Feeds;

/// <summary>Writes XML documents for other programs.</summary>
internal static class Xml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    public static byte[] Of(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) write(xml);
        return bytes.ToArray();
    }

    extension(XmlWriter xml)
    {
        /// <summary>An element of words; none when they are null.</summary>
        public void Words(string name, string? words, string? ns = null, string? prefix = null)
        {
            if (words is null) return;
            xml.WriteStartElement(prefix, name, ns);
            xml.WriteString(Allowed(words));
            xml.WriteEndElement();
        }

        /// <summary>An attribute.</summary>
        public void Attribute(string name, string words) => xml.WriteAttributeString(name, Allowed(words));
    }

    /// <summary>The words without the control characters that XML 1.0 forbids even as references.</summary>
    public static string Allowed(string words)
    {
        if (words.All(c => XmlConvert.IsXmlChar(c))) return words;
        var kept = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes()) // a lone surrogate comes as U+FFFD
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune.ToString());
        return kept.ToString();
    }

    /// <summary>Such as <c>Wed, 21 Sep 2022 06:00:00 +0100</c> (RFC 822 with the four-digit years of RFC 1123).</summary>
    public static string Rfc822(DateTimeOffset at) =>
        at.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>Such as <c>2022-09-21T06:00:00+01:00</c>.</summary>
    public static string Rfc3339(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
