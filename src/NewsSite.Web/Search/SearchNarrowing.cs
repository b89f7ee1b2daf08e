using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Search;

/// <summary>By what the stories of a search can be narrowed.</summary>
/// <param name="Request">The search.</param>
/// <param name="OfKinds">Its stories, whichever their kind.</param>
/// <param name="OfTopics">Its stories, whichever their topic.</param>
/// <param name="Topics">The topics, with what has them.</param>
internal sealed record SearchNarrowing(SearchRequest Request, SearchPlan OfKinds, SearchPlan OfTopics, IReadOnlyList<(Topic Topic, SearchTerm Term)> Topics)
{
    /// <summary>How many stories each leaves. Kinds and topics of none are left out, but for what is asked for; topics stand with the most first.</summary>
    public async Task<SearchCounts> CountAsync(ISearchEngine engine, CancellationToken ct) => new(await KindsAsync(engine, ct), await TopicsAsync(engine, ct));

    private async Task<IReadOnlyList<SearchCount>> KindsAsync(ISearchEngine engine, CancellationToken ct)
    {
        var kinds = Enum.GetValues<ArticleKind>();
        var counts = await engine.CountAsync(OfKinds, [.. kinds.Select(SearchMark.Kind)], ct);
        return [.. kinds.Select(k => new SearchCount(Kebab.Of(k), k.ToString(), counts[SearchMark.Kind(k)])).Where(c => c.Count > 0 || c.Key == (Request.Kind is { } kind ? Kebab.Of(kind) : null))];
    }

    private async Task<IReadOnlyList<SearchCount>> TopicsAsync(ISearchEngine engine, CancellationToken ct)
    {
        var (marks, counts) = (await engine.CountAsync(OfTopics, [.. Topics.Select(t => SearchMark.Topic(t.Topic.Slug))], ct), new List<SearchCount>());
        foreach (var (topic, term) in Topics)
        {
            var count = term.Marks.Count == 1 ? marks[term.Marks[0]] : await engine.CountAsync(OfTopics.And(term), ISearchEngine.Counted, ct);
            if (count > 0 || topic.Slug == Request.Topic) counts.Add(new(topic.Slug, topic.Name, count));
        }
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }
}

/// <summary>A kind or a topic, and how many of the stories found are of it.</summary>
/// <param name="Key">The kind, or the topic's slug.</param>
/// <param name="Name">What readers see.</param>
/// <param name="Count">How many stories, counted no further than <see cref="ISearchEngine.Counted"/>.</param>
internal sealed record SearchCount(string Key, string Name, int Count);

/// <summary>How many stories each kind and each topic leaves.</summary>
/// <param name="Kinds">In their order.</param>
/// <param name="Topics">The most first.</param>
internal sealed record SearchCounts(IReadOnlyList<SearchCount> Kinds, IReadOnlyList<SearchCount> Topics);
