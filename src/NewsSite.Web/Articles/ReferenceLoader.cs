using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Media;
using NewsSite.Web.Sites;
using NewsSite.Web.Sources;

namespace NewsSite.Web.Articles;

/// <summary>Loads the records that articles' blocks name: one query for each kind that is named at all.</summary>
public sealed class ReferenceLoader(NewsDb db, Site site, Pictures pictures)
{
    /// <summary>The records; those that are gone are left out.</summary>
    /// <param name="wanted">What the blocks name, repeats allowed.</param>
    /// <param name="tags">Takes the tags of what is found.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async Task<IReferences> LoadAsync(IEnumerable<Reference> wanted, PageTags tags, CancellationToken ct)
    {
        var keys = wanted.Distinct().ToLookup(r => r.Kind, r => r.Key);
        string[] sources = [.. keys[ReferenceKind.Source]], files = [.. keys[ReferenceKind.Media]], slugs = [.. keys[ReferenceKind.Article]];
        var found = new Found();
        if (sources.Length > 0)
            foreach (var s in await db.Sources.AsNoTracking().Where(s => sources.Contains(s.Slug)).ToListAsync(ct))
                found.Sources.Add(s.Slug, new(s.Slug, s.Title, s.Publisher, s.Kind, s.Address, s.Published));
        if (files.Length > 0)
            foreach (var m in await db.Media.AsNoTracking().Where(m => files.Contains(m.File)).ToListAsync(ct))
                found.Pictures.Add(m.File, pictures.Of(m));
        if (slugs.Length > 0)
            foreach (var a in await db.Articles.AsNoTracking().Where(a => slugs.Contains(a.Slug))
                .Join(db.Revisions, a => a.LiveId, r => r.Id, (a, r) => new { a.Id, a.Slug, r.Headline, r.Standfirst, r.Kind, a.PublishedAt }).ToListAsync(ct))
            {
                found.Articles.Add(a.Slug, new(a.Slug, a.Headline, a.Standfirst, a.Kind.ToString(), site.Day(a.PublishedAt!.Value)));
                tags.Add(PageTag.Article(a.Id));
            }
        foreach (var slug in sources) tags.Add($"source:{slug}");
        foreach (var file in files) tags.Add($"media:{file}");
        foreach (var slug in slugs) tags.Add(PageTag.Slug(slug)); // it may go live later
        return found;
    }

    private sealed class Found : IReferences
    {
        public Dictionary<string, SourceCard> Sources { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Picture> Pictures { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, ArticleLink> Articles { get; } = new(StringComparer.Ordinal);

        public SourceCard? Source(string? slug) => slug is null ? null : Sources.GetValueOrDefault(slug);

        public Picture? Picture(string? file) => file is null ? null : Pictures.GetValueOrDefault(file);

        public ArticleLink? Article(string slug) => Articles.GetValueOrDefault(slug);

        public string Html(string markdown) => ProseMarkdown.ToHtml(markdown);
    }
}
