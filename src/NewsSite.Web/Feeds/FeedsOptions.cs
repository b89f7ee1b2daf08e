using System.ComponentModel.DataAnnotations;

namespace NewsSite.Web.Feeds;

/// <summary>Section <c>Feeds</c> of the settings.</summary>
public sealed class FeedsOptions
{
    /// <summary>Addresses in one part of a sitemap, 1 to 10,000: larger parts would be too large to be kept in the page cache.</summary>
    [Range(1, 10_000, ErrorMessage = "Feeds:SitemapPart is out of range; expected 1 to 10000.")]
    public int SitemapPart { get; set; } = 10_000;
}
