using Microsoft.Extensions.Options;
using NewsSite.Web.Caching;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>The index of sitemaps and its parts (sitemaps.org).</summary>
internal sealed class Sitemap(IEnumerable<ISitemapSource> sources, Site site, IOptions<FeedsOptions> options)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private readonly int _size = options.Value.SitemapPart;

    /// <summary>The index: every part that lists something.</summary>
    public async Task<byte[]> IndexAsync(PageTags tags, CancellationToken ct)
    {
        var parts = new List<string>();
        foreach (var source in sources)
        {
            var count = await source.CountAsync(tags, ct);
            for (var part = 1; (part - 1) * _size < count; part++) parts.Add($"/sitemaps/{source.Name}-{part}.xml");
        }
        return Xml.Of(xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var part in parts)
            {
                xml.WriteStartElement("sitemap");
                xml.Words("loc", site.Address(part));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }

    /// <summary>A part; null when the index names none such.</summary>
    /// <param name="name">Name of the source.</param>
    /// <param name="part">Its number, from 1.</param>
    /// <param name="tags">Takes the tags of what is listed.</param>
    /// <param name="ct">Cancelled when nobody waits for the answer.</param>
    public async Task<byte[]?> PartAsync(string name, int part, PageTags tags, CancellationToken ct)
    {
        if (sources.FirstOrDefault(s => s.Name == name) is not { } source || part < 1 || part > int.MaxValue / _size) return null;
        var entries = await source.ReadAsync((part - 1) * _size, _size, tags, ct);
        return entries.Count == 0 ? null : Xml.Of(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var entry in entries)
            {
                xml.WriteStartElement("url");
                xml.Words("loc", site.Address(entry.Path));
                if (entry.Changed is { } changed) xml.Words("lastmod", Xml.Rfc3339(changed));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }
}
