using System.ComponentModel.DataAnnotations;

namespace NewsSite.Web.Caching;

/// <summary>What the page cache keeps and whom it leaves alone. Bound to the settings section <c>Cache</c>.</summary>
public sealed class PageCacheOptions
{
    /// <summary>False renders every page anew; entity tags, 304 answers and (fast) compression stay.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Memory for kept pages, in units of 1,048,576 bytes. When it is full, the pages unread for longest go.</summary>
    [Range(1, 65_536)]
    public int MegaBytes { get; set; } = 16;

    /// <summary>
    /// Every query key that some page reads; case does not matter. Other keys are neither part of what tells two pages
    /// apart nor passed on to the page, so that no page can be made to keep what a stranger put in its address.
    /// </summary>
    public ISet<string> QueryKeys { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// True for a request that the cache must not touch at all: neither kept, nor compressed, nor tagged.
    /// The default is <see cref="PageCacheBypass.IsForOneReader"/>.
    /// </summary>
    public Func<HttpRequest, bool> Bypass { get; set; } = PageCacheBypass.IsForOneReader;
}
