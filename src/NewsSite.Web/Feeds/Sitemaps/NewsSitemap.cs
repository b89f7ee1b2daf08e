using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>The news sitemap: articles of the last two days, newest first, at most 1,000 (Google's limits). Paid-for articles are no news and stay out.</summary>
internal sealed class NewsSitemap(NewsDb db, Site site, TimeProvider clock)
{
    private const int Most = 1000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly TimeSpan Window = TimeSpan.FromDays(2);

    public async Task<byte[]> WriteAsync(PageTags tags, CancellationToken ct)
    {
        tags.Add(Listing.Tag(Listing.News));
        var since = clock.GetUtcNow() - Window;
        var found = await db.Listings.AsNoTracking().Where(e => e.List == Listing.News && e.PublishedAt > since)
            .Join(db.Articles.AsNoTracking(), e => e.ArticleId, a => a.Id, (e, a) => new { e.PublishedAt, Article = a })
            .Join(db.Revisions.AsNoTracking(), x => x.Article.LiveId, r => r.Id, (x, r) => new { x.PublishedAt, x.Article.Id, x.Article.Slug, r.Headline, r.Kind })
            .Where(x => x.Kind != ArticleKind.Sponsored)
            .OrderByDescending(x => x.PublishedAt).ThenByDescending(x => x.Id)
            .Take(Most)
            .ToListAsync(ct);
        if (found is [.., var oldest]) tags.ChangesAt(oldest.PublishedAt + Window);
        return Xml.Of(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var article in found)
            {
                xml.WriteStartElement("url");
                xml.Words("loc", site.Address($"/news/{article.Slug}"));
                xml.WriteStartElement("news", "news", News);
                xml.WriteStartElement("news", "publication", News);
                xml.Words("name", site.Name, News, "news");
                xml.Words("language", site.Culture.TwoLetterISOLanguageName, News, "news");
                xml.WriteEndElement();
                xml.Words("publication_date", Xml.Rfc3339(site.Local(article.PublishedAt)), News, "news");
                xml.Words("title", article.Headline, News, "news");
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }
}
