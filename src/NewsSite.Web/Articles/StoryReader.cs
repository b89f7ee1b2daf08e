using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.ReadNext;
using NewsSite.Web.Authors;
using NewsSite.Web.Caching;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

/// <summary>Gathers what an article's page shows.</summary>
public sealed class StoryReader(BlockCatalogue catalogue, ReferenceLoader loader, AuthorList authors, TopicList topics, MergedTopics merged, Slots slots, IStoryCorrections corrections, NextStories next, Site site, TimeProvider clock)
{
    private const int OldFrom = 2; // years

    /// <summary>The article as readers see it.</summary>
    public Task<StoryView> ReadAsync(LiveArticle live, PageTags tags, CancellationToken ct) =>
        ReadAsync(live.Article, live.Revision, MomentView.Of(site, live.Article.PublishedWall!, live.Article.PublishedAt!.Value), tags, ct);

    /// <summary>The article as readers would see it if they were given a revision now.</summary>
    public Task<StoryView> ReadAsync(Article article, Revision revision, PageTags tags, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article is { PublishedAt: not null, PublishedWall: not null }) return ReadAsync(new LiveArticle(article, revision), tags, ct);
        var local = site.Local(clock.GetUtcNow());
        var minute = new WallTime(DateOnly.FromDateTime(local.DateTime), new(local.Hour, local.Minute));
        return ReadAsync(article, revision, MomentView.Of(site, minute.ToString(), minute.InZone(site.Zone)), tags, ct);
    }

    private async Task<StoryView> ReadAsync(Article article, Revision revision, MomentView published, PageTags tags, CancellationToken ct)
    {
        tags.Add(PageTag.Article(article.Id), "topics", "authors");
        var blocks = revision.ReadBlocks(catalogue);
        var references = await loader.LoadAsync(Wanted(revision, blocks), tags, ct);
        var address = site.Address($"/news/{article.Slug}");
        return new()
        {
            Id = article.Id,
            Slug = article.Slug,
            Address = address,
            Kind = revision.Kind,
            Headline = revision.Headline,
            Standfirst = revision.Standfirst,
            Bylines = await BylinesAsync(revision, ct),
            Published = published,
            Updated = article.UpdatedAt is { } updated ? MomentView.Of(site, article.UpdatedWall!, updated) : null,
            Corrections = (await corrections.OfAsync([article.Id], tags, ct)).GetValueOrDefault(article.Id, []),
            YearsOld = YearsSince(published.Instant, tags),
            Lead = LeadOf(revision, references),
            Blocks = blocks,
            References = references,
            Frame = new(address, revision.Headline, DateOnly.FromDateTime(published.Instant.DateTime)) { Culture = site.Culture },
            Topics = await TopicsAsync(revision, ct),
            Sources = [.. Wanted(revision, blocks).Where(r => r.Kind is ReferenceKind.Source).Distinct().Select(r => references.Source(r.Key)).OfType<SourceCard>()],
            Next = await next.OfAsync(article.Id, revision, blocks, references, tags, ct),
            Notes = await slots.FillAsync(SlotName.ArticleNotes, article.Id, tags, ct),
            Discussion = await slots.FillAsync(SlotName.ArticleDiscussion, article.Id, tags, ct),
            Rail = await slots.FillAsync(SlotName.Rail, article.Id, tags, ct),
            Banner = await slots.FillAsync(SlotName.Banner, article.Id, tags, ct),
        };
    }

    /// <summary>The picture above the text; null for none, or for one that is gone.</summary>
    internal static PictureView? LeadOf(Revision revision, IReferences references) =>
        revision.LeadImage is { } lead && references.Picture(lead.Media) is { } picture
            ? new(picture, lead.Purpose is PicturePurpose.Described ? lead.Alt ?? "" : "", lead.Caption, lead.Credit ?? picture.Credit)
            : null;

    /// <summary>The records that an article names, in its blocks and beside them; repeats are possible.</summary>
    internal static IEnumerable<Reference> Wanted(Revision revision, IReadOnlyList<Block> blocks) =>
    [
        .. blocks.SelectMany(b => b.References()),
        .. revision.Sources.Select(s => new Reference(ReferenceKind.Source, s)),
        .. revision.LeadImage is { } lead ? [new(ReferenceKind.Media, lead.Media)] : Array.Empty<Reference>(),
    ];

    /// <summary>The byline, in its order; authors that are gone are left out.</summary>
    internal async ValueTask<IReadOnlyList<BylineView>> BylinesAsync(Revision revision, CancellationToken ct)
    {
        var all = await authors.AllAsync(ct);
        return
        [
            .. from slug in revision.Bylines
               let author = all.FirstOrDefault(a => a.Slug == slug)
               where author is not null
               select new BylineView(slug, author.Name, author.IsDesk, author.JobTitle),
        ];
    }

    /// <summary>The topics, the main one first; topics that are gone are left out.</summary>
    internal async ValueTask<IReadOnlyList<NavLink>> TopicsAsync(Revision revision, CancellationToken ct)
    {
        var all = await topics.AllAsync(ct);
        return
        [
            .. from slug in (await merged.NamesAsync(ct)).Now(revision.Topics)
               let topic = all.FirstOrDefault(t => t.Slug == slug)
               where topic is not null
               select new NavLink(topic.Name, $"/topics/{slug}"),
        ];
    }

    // The notice appears, and its number rises, on the anniversary: the page is out of date from then on.
    private int? YearsSince(DateTimeOffset published, PageTags tags)
    {
        var now = clock.GetUtcNow();
        var years = Math.Max(0, site.Local(now).Year - published.Year);
        if (years > 0 && published.AddYears(years) > now) years--;
        tags.ChangesAt(published.AddYears(Math.Max(years + 1, OldFrom)));
        return years >= OldFrom ? years : null;
    }
}
