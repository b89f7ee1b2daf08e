using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>Every live article, oldest first: a part is a range of places, and a new article touches the last part only.</summary>
internal sealed class ArticleSitemap(NewsDb db, Site site) : ISitemapSource
{
    public string Name => "articles";

    public Task<int> CountAsync(PageTags tags, CancellationToken ct)
    {
        tags.Add(Listing.Tag(Listing.News));
        return db.LengthOfAsync(Listing.News, ct);
    }

    public async Task<IReadOnlyList<SitemapEntry>> ReadAsync(int skip, int take, PageTags tags, CancellationToken ct)
    {
        tags.Add(Listing.Tag(Listing.News));
        var found = await db.Listings.AsNoTracking().Where(e => e.List == Listing.News && e.Position > skip && e.Position <= skip + take)
            .Join(db.Articles.AsNoTracking(), e => e.ArticleId, a => a.Id, (e, a) => new { e.Position, a.Slug, a.PublishedAt, a.UpdatedAt })
            .OrderBy(x => x.Position)
            .ToListAsync(ct);
        return [.. found.Select(x => new SitemapEntry($"/news/{x.Slug}", site.Local((x.UpdatedAt ?? x.PublishedAt)!.Value)))];
    }
}
