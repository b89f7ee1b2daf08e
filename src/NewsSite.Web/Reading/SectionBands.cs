using NewsSite.Web.Articles;
using NewsSite.Web.Caching;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Reading;

/// <summary>Gathers the newest stories of each section that are not shown elsewhere on the page.</summary>
public sealed class SectionBands(TopicList topics, ListingReader listings)
{
    private const int InBand = 4;

    /// <summary>One band for each section that has any, in the sections' order. A story stands in one band only.</summary>
    public async Task<IReadOnlyList<SectionBand>> AllAsync(IEnumerable<Teaser> shown, PageTags tags, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tags);
        tags.Add("topics");
        var seen = shown.Select(s => s.Id).ToHashSet();
        var bands = new List<SectionBand>();
        foreach (var topic in (await topics.AllAsync(ct)).Where(t => t.Section is not null))
        {
            var newest = await listings.NewestAsync(Listing.Topic(topic.Slug), InBand * 3, tags, ct);
            Teaser[] fresh = [.. newest.Where(s => !seen.Contains(s.Id)).Take(InBand)];
            seen.UnionWith(fresh.Select(s => s.Id));
            if (fresh.Length > 0) bands.Add(new(topic.Name, $"/topics/{topic.Slug}", fresh));
        }
        return bands;
    }
}
