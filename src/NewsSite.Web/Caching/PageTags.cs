namespace NewsSite.Web.Caching;

/// <summary>What a page in the making depends on. Reach it with <c>http.PageTags()</c>; belongs to one request.</summary>
/// <param name="began">When rendering began; what lies before it is already on the page.</param>
public sealed class PageTags(DateTimeOffset began)
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    /// <summary>False once <see cref="NotCacheable"/> was called.</summary>
    public bool AreCacheable { get; private set; } = true;

    /// <summary>The earliest instant at which the page changes by itself; null when none was given.</summary>
    public DateTimeOffset? NextChange { get; private set; }

    /// <summary>The tags so far, in no order.</summary>
    public IReadOnlyCollection<string> Tags => _tags;

    /// <summary>Says that the page shows these things, such as <c>article:123</c>. Repeats are harmless.</summary>
    public PageTags Add(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags) _tags.Add(tag);
        return this;
    }

    /// <summary>
    /// Says that the page is out of date from this instant on, by the site's clock: a closing date, an age notice.
    /// The earliest one given counts; instants that had passed when rendering began are ignored, as is null.
    /// </summary>
    public PageTags ChangesAt(DateTimeOffset? instant)
    {
        if (instant > began && !(instant >= NextChange)) NextChange = instant;
        return this;
    }

    /// <summary>Keeps the page out of the cache, and tells readers' caches that it is theirs alone.</summary>
    public PageTags NotCacheable()
    {
        AreCacheable = false;
        return this;
    }
}
