using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Tests.Themes;

/// <summary>Reads the heads of pages as search engines and social cards do.</summary>
internal static class HeadDocuments
{
    extension(TestSite site)
    {
        public async Task<IDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await site.Reader.GetStringAsync(path));
    }

    extension(IDocument page)
    {
        /// <summary>The values of a <c>meta</c> element by its name or property.</summary>
        public IReadOnlyList<string> Meta(string name) =>
            [.. page.Head!.QuerySelectorAll($"meta[name='{name}'], meta[property='{name}']").Select(m => m.GetAttribute("content")!)];

        /// <summary>The addresses of the head's links of a relation.</summary>
        public IReadOnlyList<string> Links(string rel) => [.. page.Head!.QuerySelectorAll($"link[rel='{rel}']").Select(l => l.GetAttribute("href")!)];

        /// <summary>The structured data, each of which must be JSON of schema.org.</summary>
        public IReadOnlyList<JsonElement> Data()
        {
            var data = page.QuerySelectorAll("script:not([src])").Select(s =>
            {
                Assert.Equal("application/ld+json", s.GetAttribute("type"));
                return JsonDocument.Parse(s.TextContent).RootElement;
            }).ToList();
            Assert.All(data, d => Assert.Equal("https://schema.org", d.GetProperty("@context").GetString()));
            return data;
        }

        /// <summary>The one piece of structured data of a type.</summary>
        public JsonElement Data(string type) => page.Data().Single(d => d.GetProperty("@type").GetString() == type);

        /// <summary>
        /// Fails for words, days or addresses that structured data claims and the page does not show: words must be read in the page's body,
        /// days stand in a <c>time</c> element, addresses lead there or be the page's own.
        /// </summary>
        public void Shows(JsonElement claimed)
        {
            var words = Bare(page.Body!.TextContent);
            var addresses = page.QuerySelectorAll("a, img, link").SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("src") }).OfType<string>().Select(Absolute).ToHashSet(StringComparer.Ordinal);
            var days = page.QuerySelectorAll("time").Select(t => t.GetAttribute("datetime")!).ToList();
            foreach (var (name, value) in Claims(claimed))
            {
                var shown = name switch
                {
                    "@context" or "@type" or "addressCountry" or "employmentType" => true, // machine names of what the page is about
                    "inLanguage" => page.DocumentElement.GetAttribute("lang") == value,
                    "url" or "item" or "mainEntityOfPage" => addresses.Contains(value),
                    "datePublished" or "dateModified" => days.Contains(value) || words.Contains(Bare(value), StringComparison.Ordinal),
                    _ => words.Contains(Bare(value), StringComparison.OrdinalIgnoreCase),
                };
                Assert.True(shown, $"{name}: “{value}” is claimed, and the page does not show it.");
            }
        }
    }

    private static string Absolute(string address) => address.StartsWith('/') ? "http://localhost:5080" + address : address;

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<(string Name, string Value)> Claims(JsonElement claimed, string name = "") => claimed.ValueKind switch
    {
        JsonValueKind.Object => claimed.EnumerateObject().SelectMany(p => Claims(p.Value, p.Name)),
        JsonValueKind.Array => claimed.EnumerateArray().SelectMany(e => Claims(e, name)),
        JsonValueKind.String => [(name, claimed.GetString()!)],
        _ => [],
    };
}
