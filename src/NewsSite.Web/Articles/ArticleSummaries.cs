using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Authors;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

/// <summary>Turns live articles into what the API gives of them.</summary>
internal sealed class ArticleSummaries(NewsDb db, Site site, AuthorList authors, TopicList topics, MergedTopics merged, Pictures pictures, IStoryCorrections corrections)
{
    /// <summary>The articles in the same order, with one query for all their pictures.</summary>
    public async Task<IReadOnlyList<ArticleSummary>> OfAsync(IReadOnlyList<LiveArticle> found, PageTags tags, CancellationToken ct)
    {
        tags.Add(authors.Tag, topics.Tag);
        var bylines = (await authors.AllAsync(ct)).ToDictionary(a => a.Slug, a => new BylineEntry(a.Slug, a.Name, a.IsDesk), StringComparer.Ordinal);
        var names = (await topics.AllAsync(ct)).ToDictionary(t => t.Slug, t => new TopicName(t.Slug, t.Name), StringComparer.Ordinal);
        var media = await MediaAsync(found.Select(f => f.Revision.LeadImage?.Media).OfType<string>(), tags, ct);
        var (corrected, now) = (await corrections.OfAsync([.. found.Select(f => f.Article.Id)], tags, ct), await merged.NamesAsync(ct));
        return [.. found.Select(f => Of(f, bylines, now.Now(f.Revision.Topics).Select(names.GetValueOrDefault).OfType<TopicName>(), media, corrected.GetValueOrDefault(f.Article.Id)?[0]))];
    }

    /// <summary>The pictures of these files; those that are gone are left out.</summary>
    public async Task<IReadOnlyDictionary<string, MediaEntry>> MediaAsync(IEnumerable<string> named, PageTags tags, CancellationToken ct)
    {
        string[] files = [.. named.Distinct()];
        foreach (var file in files) tags.Add($"media:{file}");
        if (files.Length == 0) return new Dictionary<string, MediaEntry>(StringComparer.Ordinal);
        var items = await db.Media.AsNoTracking().Where(m => files.Contains(m.File)).OrderBy(m => m.File).ToListAsync(ct);
        return items.ToDictionary(m => m.File, m => m.Entry(pictures, site), StringComparer.Ordinal);
    }

    private ArticleSummary Of(LiveArticle live, Dictionary<string, BylineEntry> bylines, IEnumerable<TopicName> filed, IReadOnlyDictionary<string, MediaEntry> media, StoryCorrection? corrected)
    {
        var (article, revision) = live;
        return new(
            article.Id, article.Slug, site.Address($"/news/{article.Slug}"), revision.Kind, revision.Headline, revision.Standfirst,
            [.. revision.Bylines.Select(bylines.GetValueOrDefault).OfType<BylineEntry>()],
            [.. filed],
            Moment.Of(site, article.PublishedAt!.Value, article.PublishedWall!, article.Zone!),
            article.UpdatedAt is { } updated ? Moment.Of(site, updated, article.UpdatedWall!, article.Zone!) : null,
            corrected is null ? null : ArticleCorrection.Of(site, corrected).Made,
            revision.LeadImage is { } lead && media.GetValueOrDefault(lead.Media) is { } picture
                ? new(picture, lead.Purpose ?? PicturePurpose.Decorative, lead.Purpose is PicturePurpose.Described ? lead.Alt ?? "" : "", lead.Caption, lead.Credit ?? picture.Credit)
                : null,
            ArticleLinks.Of(site, article.Slug));
    }
}
