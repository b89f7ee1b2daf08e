using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.People;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.ReadNext;

/// <summary>
/// Finds what to read after a story. What its writer has chosen stands in the story; these come after: first live stories that share most people, organisations, documents
/// and publishers with it, then the newest of its topics. Each question is the beginning of a range of an index, however large the archive.
/// </summary>
public sealed class NextStories(NewsDb db, ListingReader listings, TopicList topics, MergedTopics merged)
{
    private const int Shown = 3, MostSubjects = 12, OfEach = 6;

    private static readonly Func<NewsDb, string, int, IAsyncEnumerable<Found>> About = EF.CompileAsyncQuery(
        (NewsDb db, string subject, int most) => db.Set<StorySubject>().Where(s => s.Subject == subject)
            .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.ArticleId).Take(most).Select(s => new Found(s.ArticleId, s.PublishedAt)));

    private static readonly Func<NewsDb, string, int, IAsyncEnumerable<Found>> InList = EF.CompileAsyncQuery(
        (NewsDb db, string list, int most) => db.Set<ListingEntry>().Where(e => e.List == list)
            .OrderByDescending(e => e.PublishedAt).ThenByDescending(e => e.ArticleId).Take(most).Select(e => new Found(e.ArticleId, e.PublishedAt)));

    private static readonly Func<NewsDb, string[], IAsyncEnumerable<Named>> PeopleNamed = EF.CompileAsyncQuery(
        (NewsDb db, string[] slugs) => db.Set<Person>().Where(p => slugs.Contains(p.Slug)).Select(p => new Named(p.Slug, p.Name)));

    private static readonly Func<NewsDb, string[], IAsyncEnumerable<Named>> OrganisationsNamed = EF.CompileAsyncQuery(
        (NewsDb db, string[] slugs) => db.Set<Organisation>().Where(o => slugs.Contains(o.Slug)).Select(o => new Named(o.Slug, o.Name)));

    /// <summary>The stories, the nearest first, without those that the story itself links to as related.</summary>
    /// <param name="article">The story's id.</param>
    /// <param name="revision">The revision that is read.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="references">The records that they name.</param>
    /// <param name="tags">Takes the tags of what is shown, and of what would change it.</param>
    /// <param name="ct">Cancelled when the reader leaves.</param>
    public async Task<IReadOnlyList<NextStory>> OfAsync(Guid article, Revision revision, IReadOnlyList<Block> blocks, IReferences references, PageTags tags, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var chosen = blocks.SelectMany(b => b.References()).Where(r => r.Kind is ReferenceKind.Article).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var room = Shown + chosen.Count;
        var shared = await SharedAsync(article, Subjects.Of(revision, blocks, slug => references.Source(slug)?.Publisher), tags, ct);
        var reasons = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var near in shared.OrderByDescending(s => s.Value.Subjects.Count).ThenByDescending(s => s.Value.At).ThenByDescending(s => s.Key).Take(room)) reasons.Add(near.Key, near.Value.Subjects);
        var byTopic = new Dictionary<Guid, string>();
        if (reasons.Count < room) await AddOfTopicsAsync(article, revision, reasons, byTopic, room, tags, ct);
        var names = await NamesAsync([.. reasons.Values.SelectMany(r => r).Distinct(StringComparer.Ordinal)], references, tags, ct);
        Guid[] wanted = [.. reasons.Keys, .. byTopic.Keys];
        var stories = (await listings.OfAsync(wanted, tags, ct)).ToDictionary(s => s.Id);
        foreach (var id in wanted) tags.Add(PageTag.Article(id));
        return
        [
            .. (from id in wanted
                let story = stories.GetValueOrDefault(id)
                where story is not null && story.Kind is not ArticleKind.Sponsored && !chosen.Contains(story.Slug)
                select new NextStory(story, reasons.TryGetValue(id, out var subjects) ? ReasonOf(subjects, names) : $"Also about {byTopic[id]}")).Take(Shown),
        ];
    }

    private async Task<Dictionary<Guid, (DateTimeOffset At, List<string> Subjects)>> SharedAsync(Guid article, IReadOnlyList<string> subjects, PageTags tags, CancellationToken ct)
    {
        var shared = new Dictionary<Guid, (DateTimeOffset At, List<string> Subjects)>();
        foreach (var subject in subjects.Take(MostSubjects))
        {
            tags.Add(Subjects.Tag(subject));
            await foreach (var (id, at) in About(db, subject, OfEach + 1).WithCancellation(ct))
                if (id == article) continue;
                else if (shared.TryGetValue(id, out var known)) known.Subjects.Add(subject);
                else shared.Add(id, (at, [subject]));
        }
        return shared;
    }

    private async Task AddOfTopicsAsync(Guid article, Revision revision, Dictionary<Guid, IReadOnlyList<string>> near, Dictionary<Guid, string> byTopic, int room, PageTags tags, CancellationToken ct)
    {
        var all = await topics.AllAsync(ct);
        foreach (var slug in (await merged.NamesAsync(ct)).Now(revision.Topics).Distinct(StringComparer.Ordinal))
        {
            if (near.Count + byTopic.Count >= room || all.FirstOrDefault(t => t.Slug == slug) is not { } topic) continue;
            tags.Add(Listing.Tag(Listing.Topic(slug)));
            await foreach (var (id, _) in InList(db, Listing.Topic(slug), room + near.Count + OfEach).WithCancellation(ct))
                if (id != article && !near.ContainsKey(id) && byTopic.Count < room + OfEach) byTopic.TryAdd(id, topic.Name);
        }
    }

    private async Task<Dictionary<string, string>> NamesAsync(IReadOnlyList<string> subjects, IReferences references, PageTags tags, CancellationToken ct)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var (people, organisations) = (Keys(Subjects.Person), Keys(Subjects.Organisation));
        if (people.Length > 0)
            await foreach (var person in PeopleNamed(db, people).WithCancellation(ct)) names.Add(Subjects.Person + person.Slug, person.Name);
        if (organisations.Length > 0)
            await foreach (var one in OrganisationsNamed(db, organisations).WithCancellation(ct)) names.Add(Subjects.Organisation + one.Slug, one.Name);
        foreach (var publisher in Keys(Subjects.Publisher)) names.Add(Subjects.Publisher + publisher, publisher);
        foreach (var source in Keys(Subjects.Source))
            if (references.Source(source) is { } card) names.Add(Subjects.Source + source, $"“{card.Title}”");
        if (people.Length > 0) tags.Add("people");
        if (organisations.Length > 0) tags.Add("organisations");
        return names;

        string[] Keys(string of) => [.. subjects.Where(s => s.StartsWith(of, StringComparison.Ordinal)).Select(s => s[of.Length..])];
    }

    // One name is enough to be told why; a record that is gone has none.
    private static string ReasonOf(IReadOnlyList<string> subjects, Dictionary<string, string> names)
    {
        var first = subjects.Select(names.GetValueOrDefault).OfType<string>().FirstOrDefault();
        return first is null ? "On the same matter" : $"Also about {first}";
    }

    private sealed record Found(Guid Id, DateTimeOffset At);

    private sealed record Named(string Slug, string Name);
}
