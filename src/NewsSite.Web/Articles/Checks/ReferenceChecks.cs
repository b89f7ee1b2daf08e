using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Authors;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.People;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sites;
using NewsSite.Web.Sources;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Checks;

/// <summary>Records that the story names and that are gone, or that readers cannot see.</summary>
internal sealed class ReferenceChecks(NewsDb db, AuthorList authors, TopicList topics, MergedTopics merged, RedirectBook redirects, Site site)
{
    private const string News = "/news/";

    public async Task<IReadOnlyList<StoryIssue>> RunAsync(CheckedStory story, CancellationToken ct)
    {
        var named = story.Named().Distinct().ToList();
        var links = LinksTo(story).ToList();
        var known = await KnownAsync([.. named.Select(n => n.Record)], ct);
        var articles = await ArticlesAsync([.. named.Where(n => n.Record.Kind is ReferenceKind.Article).Select(n => n.Record.Key), .. links.Select(l => l.Slug)], ct);
        var issues = await FilingAsync(story.Revision, ct);
        foreach (var (block, field, record) in named)
            if (FaultOf(record, known, articles, story.Revision.ArticleId) is var (severity, message)) issues.Add(new(severity, message, block, field));
        foreach (var link in links)
        {
            if (articles.TryGetValue(link.Slug, out var article) ? article.IsLive : await redirects.FindAsync(News + link.Slug, ct) is not null) continue;
            var message = article.Id == default ? $"No article has the address {News}{link.Slug}. Choose it again in the link window." : $"The article at {News}{link.Slug} is not live, so readers who follow this link find nothing.";
            issues.Add(new(IssueSeverity.Warn, message, link.Block, "text", link.Passage));
        }
        return issues;
    }

    private async Task<List<StoryIssue>> FilingAsync(Revision revision, CancellationToken ct)
    {
        var (known, filed) = (await authors.AllAsync(ct), await topics.AllAsync(ct));
        return
        [
            .. revision.Bylines.Where(s => known.All(a => a.Slug != s)).Select(s => new StoryIssue(IssueSeverity.Stop, $"The author “{s}” is no longer in the register. Choose another.", null, "bylines")),
            .. (await merged.NamesAsync(ct)).Now(revision.Topics).Where(s => filed.All(t => t.Slug != s)).Select(s => new StoryIssue(IssueSeverity.Warn, $"The topic “{s}” is no longer in the register, so readers do not see it.", null, "topics")),
        ];
    }

    private static (IssueSeverity, string)? FaultOf(Reference record, HashSet<Reference> known, Dictionary<string, (Guid Id, bool IsLive)> articles, Guid self)
    {
        if (record.Kind is ReferenceKind.Article)
            return !articles.TryGetValue(record.Key, out var article) ? (IssueSeverity.Warn, $"No article is called “{record.Key}” any more, so readers do not see the link. Choose it again.")
                : article.Id == self ? (IssueSeverity.Warn, "The story names itself among its related articles.")
                : article.IsLive ? null : (IssueSeverity.Warn, $"“{record.Key}” is not live, so readers do not see the link yet.");
        return known.Contains(record) ? null : record.Kind switch
        {
            ReferenceKind.Person => (IssueSeverity.Stop, $"The person “{record.Key}” is no longer in the register. Choose somebody else, or add them again."),
            ReferenceKind.Source => (IssueSeverity.Stop, $"The source “{record.Key}” is no longer in the register. Choose another, or add it again."),
            ReferenceKind.Media => (IssueSeverity.Stop, $"The picture “{record.Key}” is no longer in the library. Choose another, or upload it again."),
            ReferenceKind.Organisation => (IssueSeverity.Warn, $"The organisation “{record.Key}” is no longer in the register."),
            _ => null,
        };
    }

    private IEnumerable<(string Slug, string Block, IssuePassage Passage)> LinksTo(CheckedStory story)
    {
        var home = site.Address(News);
        foreach (var (block, outline) in story.Prose)
            foreach (var link in outline.Links.Where(l => l.Words.Length > 0))
            {
                var path = link.Address.StartsWith(home, StringComparison.Ordinal) ? link.Address[(home.Length - News.Length)..] : link.Address;
                var slug = path.StartsWith(News, StringComparison.Ordinal) ? path[News.Length..].Split('?', '#')[0] : "";
                if (Core.Content.Slug.IsSlug(slug)) yield return (slug, block.Id, IssuePassage.At(outline.Words, link.Start, link.Words.Length));
            }
    }

    private async Task<HashSet<Reference>> KnownAsync(IReadOnlyList<Reference> wanted, CancellationToken ct)
    {
        var known = new HashSet<Reference>();
        foreach (var kind in wanted.GroupBy(r => r.Kind, r => r.Key))
        {
            string[] keys = [.. kind.Distinct()];
            var found = kind.Key switch
            {
                ReferenceKind.Person => db.People.Select(p => p.Slug),
                ReferenceKind.Organisation => db.Organisations.Select(o => o.Slug),
                ReferenceKind.Source => db.Sources.Select(s => s.Slug),
                ReferenceKind.Media => db.Media.Select(m => m.File),
                _ => null,
            };
            if (found is not null) known.UnionWith(await found.Where(k => keys.Contains(k)).Select(k => new Reference(kind.Key, k)).ToListAsync(ct));
        }
        return known;
    }

    private async Task<Dictionary<string, (Guid Id, bool IsLive)>> ArticlesAsync(IReadOnlyList<string> slugs, CancellationToken ct)
    {
        if (slugs.Count == 0) return [];
        var found = await db.Articles.Where(a => slugs.Contains(a.Slug)).Select(a => new { a.Slug, a.Id, IsLive = a.LiveId != null }).ToListAsync(ct);
        return found.ToDictionary(a => a.Slug, a => (a.Id, a.IsLive), StringComparer.Ordinal);
    }
}
