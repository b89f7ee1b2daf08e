using NewsSite.Web.Caching;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>A page in a sitemap.</summary>
/// <param name="Path">Its path, beginning with a slash.</param>
/// <param name="Changed">When its words last changed; null when that is not known.</param>
internal sealed record SitemapEntry(string Path, DateTimeOffset? Changed = null);

/// <summary>One kind of page that sitemaps list, in an order that stays.</summary>
internal interface ISitemapSource
{
    /// <summary>Its name in addresses, a–z.</summary>
    string Name { get; }

    /// <summary>How many pages there are.</summary>
    Task<int> CountAsync(PageTags tags, CancellationToken ct);

    /// <summary>Some of the pages.</summary>
    /// <param name="skip">How many come before.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="tags">Takes the tags of what is listed, and the instant at which the list changes by itself.</param>
    /// <param name="ct">Cancelled when nobody waits for the answer.</param>
    Task<IReadOnlyList<SitemapEntry>> ReadAsync(int skip, int take, PageTags tags, CancellationToken ct);
}

/// <summary>A register small enough to be read whole.</summary>
internal abstract class SmallSitemap(string name) : ISitemapSource
{
    public string Name => name;

    public async Task<int> CountAsync(PageTags tags, CancellationToken ct) => (await AllAsync(tags, ct)).Count;

    public async Task<IReadOnlyList<SitemapEntry>> ReadAsync(int skip, int take, PageTags tags, CancellationToken ct) =>
        [.. (await AllAsync(tags, ct)).Skip(skip).Take(take)];

    protected abstract Task<IReadOnlyList<SitemapEntry>> AllAsync(PageTags tags, CancellationToken ct);
}
