using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Authors;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>What readers will find changed when an article's newest words go live, or it is taken from them.</summary>
/// <param name="Pages">The pages, its own first.</param>
/// <param name="Feeds">Paths of the feeds.</param>
/// <param name="Sitemaps">Paths of the lists for search engines.</param>
/// <param name="Mails">Which mails to readers follow, in sentences.</param>
public sealed record EffectsAnswer(IReadOnlyList<EffectPage> Pages, IReadOnlyList<string> Feeds, IReadOnlyList<string> Sitemaps, IReadOnlyList<string> Mails);

/// <summary>A page.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Words">What it is, such as “Topic: Education”.</param>
public sealed record EffectPage(string Path, string Words);

/// <summary>Says what an act will touch before it happens, from what the listings will be told.</summary>
internal sealed class Effects(NewsDb db, BlockCatalogue catalogue, TopicList topics, AuthorList authors, IEnumerable<IPublicationMail> mails, Site site, TimeProvider clock)
{
    /// <summary>What the newest words and those that readers see appear in together; null when there is no article or no words.</summary>
    public async Task<EffectsAnswer?> OfAsync(Guid id, CancellationToken ct)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { HeadId: { } headId } article) return null;
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.Id == headId || r.Id == article.LiveId).ToListAsync(ct);
        var (topicNames, authorNames) = (await topics.AllAsync(ct), await authors.AllAsync(ct));
        var month = site.Day(article.PublishedAt ?? clock.GetUtcNow());
        string[] topicSlugs = [.. revisions.SelectMany(r => r.Topics).Distinct()];
        List<EffectPage> pages = [new($"/news/{article.Slug}", "The story"), new("/", "Front page"), new("/news", "All news")];
        pages.AddRange(topicSlugs.Select(t => new EffectPage($"/topics/{t}", $"Topic: {topicNames.FirstOrDefault(n => n.Slug == t)?.Name ?? t}")));
        pages.AddRange(revisions.SelectMany(r => r.Bylines).Distinct().Select(a => new EffectPage($"/authors/{a}", $"Author: {authorNames.FirstOrDefault(n => n.Slug == a)?.Name ?? a}")));
        pages.AddRange(revisions.SelectMany(r => r.ReadBlocks(catalogue)).OfType<IAttributedWords>().Where(w => w.Person is not null).DistinctBy(w => w.Person)
            .Select(w => new EffectPage($"/people/{w.Person}", $"Person: {w.Name ?? w.Person}")));
        pages.Add(new($"/archive/{month.Year:0000}/{month.Month:00}", $"Archive: {month.ToString("MMMM yyyy", site.Culture)}"));
        string[] forms = ["feed.xml", "atom.xml", "feed.json"];
        var head = revisions.First(r => r.Id == headId);
        string[] people = [.. head.ReadBlocks(catalogue).OfType<IAttributedWords>().Select(w => w.Person).OfType<string>().Distinct()];
        var told = new List<string>();
        foreach (var mail in mails) told.AddRange(await mail.WordsAsync(article, (await db.TopicNamesAsync(ct)).Now(head.Topics), people, ct));
        return new(pages, [.. forms.Select(f => $"/{f}"), .. topicSlugs.SelectMany(t => forms.Select(f => $"/topics/{t}/{f}"))], ["/sitemap.xml", "/news-sitemap.xml"], told);
    }
}
