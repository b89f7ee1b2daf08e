using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.Search;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Feeds;

/// <summary>
/// Gathers the newest articles of a listing with their whole text. Only blocks are drawn: what other features put around an article
/// (promotions, vacancies, comments) has no way into a feed.
/// </summary>
internal sealed class FeedReader(NewsDb db, BlockCatalogue catalogue, ReferenceLoader loader, StoryReader stories, BlockHtml html, TopicList topics, IStoryCorrections corrections, SearchReader search, Site site)
{
    private const int Length = 20;

    /// <summary>The feed of the whole site.</summary>
    public Task<Feed> OfSiteAsync(PageTags tags, CancellationToken ct) =>
        ReadAsync(Listing.News, site.Name, site.Tagline.Length > 0 ? site.Tagline : null, "", tags, ct);

    /// <summary>The feed of a topic; null when there is no such topic.</summary>
    public async Task<Feed?> OfTopicAsync(string slug, PageTags tags, CancellationToken ct)
    {
        tags.Add("topics");
        var topic = (await topics.AllAsync(ct)).FirstOrDefault(t => t.Slug == slug);
        return topic is null ? null : await ReadAsync(Listing.Topic(slug), $"{site.Name}: {topic.Name}", topic.Description, $"/topics/{slug}", tags, ct);
    }

    /// <summary>The newest stories that a search finds.</summary>
    public async Task<Feed> OfSearchAsync(SearchRequest request, PageTags tags, CancellationToken ct)
    {
        tags.NotCacheable();
        var newest = request with { Order = SearchOrder.Date };
        var found = request.Asks ? (await search.FindAsync(newest, await search.PlanAsync(newest, ct), 0, Length, ct)).Stories : [];
        var feed = await OfAsync(found, request.Query.Typed.Length > 0 ? $"{site.Name}: {request.Query.Typed}" : $"{site.Name}: search", null, "", tags, ct);
        return feed with { HomeAddress = site.Address(SearchAddress.Of(request)), Folder = site.Address(SearchAddress.Feeds), Query = SearchAddress.QueryOf(request) };
    }

    private async Task<Feed> ReadAsync(string list, string title, string? description, string path, PageTags tags, CancellationToken ct)
    {
        tags.Add(Listing.Tag(list));
        var above = await db.LengthOfAsync(list, ct) - Length;
        var found = await db.Listings.AsNoTracking().Where(e => e.List == list && e.Position > above)
            .Join(db.Articles.AsNoTracking(), e => e.ArticleId, a => a.Id, (e, a) => new { e.Position, Article = a })
            .Join(db.Revisions.AsNoTracking(), x => x.Article.LiveId, r => r.Id, (x, r) => new { x.Position, x.Article, Revision = r })
            .OrderByDescending(x => x.Position).Take(Length) // says to PostgreSQL, too, that these are few
            .ToListAsync(ct);
        return await OfAsync([.. found.Select(x => new LiveArticle(x.Article, x.Revision))], title, description, path, tags, ct);
    }

    private async Task<Feed> OfAsync(IReadOnlyList<LiveArticle> found, string title, string? description, string path, PageTags tags, CancellationToken ct)
    {
        tags.Add("topics", "authors");
        var read = found.Select(live => (Live: live, Blocks: live.Revision.ReadBlocks(catalogue))).ToList();
        var references = await loader.LoadAsync(read.SelectMany(r => StoryReader.Wanted(r.Live.Revision, r.Blocks)), tags, ct);
        var corrected = await corrections.OfAsync([.. read.Select(r => r.Live.Article.Id)], tags, ct);
        var entries = new List<FeedEntry>();
        foreach (var (live, blocks) in read)
        {
            tags.Add(PageTag.Article(live.Article.Id));
            entries.Add(await EntryAsync(live, blocks, references, corrected.GetValueOrDefault(live.Article.Id, []), ct));
        }
        return new()
        {
            Title = title,
            Description = description,
            HomeAddress = site.Address(path.Length == 0 ? "/" : path),
            Folder = site.Address(path),
            Language = site.Culture.Name,
            Entries = entries,
        };
    }

    private async Task<FeedEntry> EntryAsync(LiveArticle live, IReadOnlyList<Block> blocks, IReferences references, IReadOnlyList<StoryCorrection> notes, CancellationToken ct)
    {
        var (article, revision) = live;
        var address = site.Address($"/news/{article.Slug}");
        var frame = new ArticleFrame(address, revision.Headline, site.Day(article.PublishedAt!.Value)) { Culture = site.Culture };
        var lead = StoryReader.LeadOf(revision, references);
        return new()
        {
            Id = $"urn:uuid:{article.Id}",
            Address = address,
            Title = revision.Kind.Labelled(revision.Headline),
            Summary = revision.Standfirst,
            Html = string.Concat(notes.Select(Note)) + (lead is null ? "" : Figure(lead)) + await html.RenderAsync(blocks, references, frame, ct),
            Published = site.Local(article.PublishedAt.Value),
            Updated = notes.Select(n => (DateTimeOffset?)n.Latest.Instant).Append(article.UpdatedAt is { } updated ? site.Local(updated) : null).Max(),
            Authors = [.. (await stories.BylinesAsync(revision, ct)).Select(b => (b.Name, site.Address($"/authors/{b.Slug}")))],
            Categories = [.. revision.Kind is ArticleKind.News ? Array.Empty<string>() : [revision.Kind.ToString()], .. (await stories.TopicsAsync(revision, ct)).Select(t => t.Text)],
            Image = lead is null ? null : site.Address(lead.Picture.Address),
        };
    }

    // Feed readers show an entry again when it has moved: they are told first what was wrong in the one they had.
    private static string Note(StoryCorrection note)
    {
        var safe = HtmlEncoder.Default;
        var amended = note.Amended is { } at ? $" <em>This correction was amended on {safe.Encode(at.Text)}.</em>" : "";
        return $"""<aside><p><strong>Correction, <time datetime="{note.Made.Machine}">{safe.Encode(note.Made.Text)}</time>:</strong> {safe.Encode(note.Wrong)} {safe.Encode(note.Right)}{amended}</p></aside>{'\n'}""";
    }

    private string Figure(PictureView lead)
    {
        var (safe, picture) = (HtmlEncoder.Default, lead.Picture);
        var words = string.Join(' ', new[] { lead.Caption, lead.Credit }.OfType<string>().Select(safe.Encode));
        var caption = words.Length > 0 ? $"<figcaption>{words}</figcaption>" : "";
        return $"""<figure><img src="{safe.Encode(site.Address(picture.Address))}" width="{picture.Width}" height="{picture.Height}" alt="{safe.Encode(lead.Alt)}">{caption}</figure>{'\n'}""";
    }
}
