using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Authors;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Jobs;
using NewsSite.Web.People;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>The pages that every site has, as far as this one serves them.</summary>
internal sealed class FixedPageSitemap(EndpointDataSource endpoints) : SmallSitemap("pages")
{
    private static readonly string[] Paths = ["/", "/news", "/jobs", "/bulletin", "/corrections", "/accessibility", "/privacy"];

    protected override Task<IReadOnlyList<SitemapEntry>> AllAsync(PageTags tags, CancellationToken ct)
    {
        var served = endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<SitemapEntry>>([.. Paths.Where(served.Contains).Select(p => new SitemapEntry(p))]);
    }
}

/// <summary>The topics.</summary>
internal sealed class TopicSitemap(TopicList topics) : SmallSitemap("topics")
{
    protected override async Task<IReadOnlyList<SitemapEntry>> AllAsync(PageTags tags, CancellationToken ct)
    {
        tags.Add(topics.Tag);
        return [.. (await topics.AllAsync(ct)).Select(t => new SitemapEntry($"/topics/{t.Slug}"))];
    }
}

/// <summary>The authors.</summary>
internal sealed class AuthorSitemap(AuthorList authors) : SmallSitemap("authors")
{
    protected override async Task<IReadOnlyList<SitemapEntry>> AllAsync(PageTags tags, CancellationToken ct)
    {
        tags.Add(authors.Tag);
        return [.. (await authors.AllAsync(ct)).Select(a => new SitemapEntry($"/authors/{a.Slug}"))];
    }
}

/// <summary>The people whom articles name.</summary>
internal sealed class PeopleSitemap(NewsDb db) : SmallSitemap("people")
{
    protected override async Task<IReadOnlyList<SitemapEntry>> AllAsync(PageTags tags, CancellationToken ct)
    {
        tags.Add("people");
        return [.. (await db.People.OrderBy(p => p.Slug).Select(p => p.Slug).ToListAsync(ct)).Select(slug => new SitemapEntry($"/people/{slug}"))];
    }
}

/// <summary>The vacancies that are open now; the list changes by itself when one opens or closes.</summary>
internal sealed class VacancySitemap(OpenVacancies vacancies) : SmallSitemap("jobs")
{
    protected override async Task<IReadOnlyList<SitemapEntry>> AllAsync(PageTags tags, CancellationToken ct) =>
        [.. (await vacancies.AllAsync(tags, ct)).OrderBy(v => v.Path, StringComparer.Ordinal).Select(v => new SitemapEntry(v.Path))];
}
