using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Articles;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Tests.Feeds;

/// <summary>Reads feeds and sitemaps as other programs do.</summary>
internal static partial class FeedDocuments
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Content = "http://purl.org/rss/1.0/modules/content/", Dublin = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9";

    extension(TestSite site)
    {
        /// <summary>A well-formed XML document.</summary>
        public async Task<XElement> XmlAsync(string path) => XDocument.Parse(await site.Reader.GetStringAsync(path)).Root!;

        public async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await site.Reader.GetStringAsync(path)).RootElement;

        /// <summary>The headlines and ids of a feed in each of its three forms, which must agree.</summary>
        public async Task<IReadOnlyList<(string Id, string Title)>> EntriesAsync(string folder)
        {
            var rss = (await site.XmlAsync($"{folder}/feed.xml")).Descendants("item").Select(i => (i.Element("guid")!.Value, i.Element("title")!.Value)).ToList();
            var atom = (await site.XmlAsync($"{folder}/atom.xml")).Elements(Atom + "entry").Select(e => (e.Element(Atom + "id")!.Value, e.Element(Atom + "title")!.Value)).ToList();
            var json = (await site.JsonAsync($"{folder}/feed.json")).GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("id").GetString()!, i.GetProperty("title").GetString()!)).ToList();
            Assert.Equal(rss, atom);
            Assert.Equal(rss, json);
            return rss;
        }

        /// <summary>The one article's HTML in each of the three forms.</summary>
        public async Task<IReadOnlyList<string>> BodiesAsync() =>
        [
            (await site.XmlAsync("/feed.xml")).Descendants(Content + "encoded").Single().Value,
            (await site.XmlAsync("/atom.xml")).Descendants(Atom + "content").Single().Value,
            (await site.JsonAsync("/feed.json")).GetProperty("items")[0].GetProperty("content_html").GetString()!,
        ];

        /// <summary>The paths that a sitemap or its index names.</summary>
        public async Task<IReadOnlyList<string>> PathsAsync(string sitemap) =>
            [.. (await site.XmlAsync(sitemap)).Descendants(Sitemaps + "loc").Select(l => new Uri(l.Value).AbsolutePath)];

        /// <summary>Gives a live article another address, with the redirect that follows.</summary>
        public async Task MoveAsync(string slug, string to)
        {
            await site.DoAsync(async services =>
            {
                var (db, desk) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<Desk>());
                await using var transaction = await db.Database.BeginTransactionAsync();
                var article = await db.Articles.SingleAsync(a => a.Slug == slug);
                var revision = await db.Revisions.SingleAsync(r => r.Id == article.LiveId);
                article.MoveTo(to);
                await desk.FinishAsync([desk.GoLive(article, revision, revision, slug, WallTime.Parse(article.PublishedWall!)!.Value, null, new(null, "test"), null)], CancellationToken.None);
                await transaction.CommitAsync();
                return 0;
            });
            await site.Services.GetRequiredService<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        }
    }

    /// <summary>The words of a piece of HTML, white space aside.</summary>
    public static string WordsOf(string html) => Plain(new HtmlParser().ParseDocument(html).Body!.TextContent);

    /// <summary>The words of the first element of a page that a selector finds.</summary>
    public static string WordsOf(string page, string selector) => Plain(new HtmlParser().ParseDocument(page).QuerySelector(selector)!.TextContent);

    private static string Plain(string text) => Spaces().Replace(text, "").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
