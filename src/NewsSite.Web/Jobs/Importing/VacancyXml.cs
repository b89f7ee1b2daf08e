using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace NewsSite.Web.Jobs.Importing;

/// <summary>Vacancies in a feed: RSS, Atom, or the XML that recruiters' programs write. Nothing outside the file is ever read for it, and it may define no entities.</summary>
internal static partial class VacancyXml
{
    private const int MostDepth = 32;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private static readonly HashSet<string> Items = new(["item", "entry", "job", "vacancy", "position"], StringComparer.OrdinalIgnoreCase);

    public static RawFile Read(string text)
    {
        XDocument document;
        try
        {
            using (var looking = XmlReader.Create(new StringReader(text), Safe))
                while (looking.Read())
                    if (looking.Depth > MostDepth) throw new XmlException(string.Create(CultureInfo.InvariantCulture, $"it is more than {MostDepth} elements deep"));
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            document = XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            return new([], [new(null, null, $"it is no feed that can be read: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Document types and entities are not read, for safety.")]);
        }
        var items = document.Descendants().Where(e => Items.Contains(e.Name.LocalName) && !e.Ancestors().Any(a => Items.Contains(a.Name.LocalName))).ToList();
        if (items.Count == 0) return new([], [new(null, null, "it has no vacancies in it; expected elements such as “item”, “entry”, “job” or “vacancy”.")]);
        return new([.. items.Select((item, i) => new RawRow(i + 1, ValuesOf(item)))], []);
    }

    private static Dictionary<string, string> ValuesOf(XElement item)
    {
        var values = VacancyCsv.Best(item.Elements().Select(e => (VacancyColumns.Meant(e.Name.LocalName), ValueOf(e))));
        foreach (var column in new[] { VacancyColumns.Title, VacancyColumns.Recruiter, VacancyColumns.Place, VacancyColumns.Pay, VacancyColumns.Hours })
            if (values.TryGetValue(column, out var value)) values[column] = Bare(value);
        if (values.TryGetValue(VacancyColumns.Words, out var words)) values[VacancyColumns.Words] = Bare(words);
        return values;
    }

    // Atom's link is an attribute, and its author has a name below it.
    private static string ValueOf(XElement element) =>
        (element.Name.LocalName == "link" && element.Attribute("href") is { } address ? address.Value
            : element.Elements().FirstOrDefault(e => e.Name.LocalName == "name") is { } name ? name.Value
            : element.Value).Trim();

    // Feeds hold HTML as text: its paragraphs stay, its tags go.
    private static string Bare(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal)) return html;
        var text = WebUtility.HtmlDecode(Tags().Replace(Ends().Replace(Hidden().Replace(html, " "), "\n\n"), " "));
        return string.Join("\n\n", text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0));
    }

    [GeneratedRegex("<(script|style)[^>]*>.*?(</(script|style)[^>]*>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex("</(p|div|li|ul|ol|h[1-6])>|<br ?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ends();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
