namespace NewsSite.Web.Caching;

/// <summary>The kept pages, for those who know that something on them has changed.</summary>
public interface IPageCache
{
    /// <summary>
    /// Drops every page that carries at least one of these tags, and keeps out every page that began rendering before
    /// this call and carries one. Call it after the change is committed: the next request sees the change.
    /// </summary>
    /// <param name="tags">As given to <see cref="PageTags.Add"/>, compared by ordinal; unknown ones are no error.</param>
    /// <param name="ct">Cancels before anything is dropped; a call that has begun dropping finishes.</param>
    ValueTask EvictAsync(IReadOnlyCollection<string> tags, CancellationToken ct = default);

    /// <summary>Drops every page. Only for what all pages show: the theme and the site's settings.</summary>
    /// <param name="ct">Cancels before anything is dropped.</param>
    ValueTask EvictAllAsync(CancellationToken ct = default);
}
