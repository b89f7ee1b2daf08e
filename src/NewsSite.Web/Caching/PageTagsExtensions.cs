namespace NewsSite.Web.Caching;

/// <summary>The way from a request to the tags of the page it renders.</summary>
public static class PageTagsExtensions
{
    /// <summary>
    /// The tags of the page being rendered. Never null: where no cache listens (the newsroom, a POST) what is said
    /// is forgotten.
    /// </summary>
    public static PageTags PageTags(this HttpContext http)
    {
        if (http.Features.Get<PageTags>() is { } tags) return tags;
        tags = new PageTags(DateTimeOffset.MinValue);
        http.Features.Set(tags);
        return tags;
    }
}
