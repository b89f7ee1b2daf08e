using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Search;

/// <summary>Finds live stories, the same way for the page, the feeds and the API.</summary>
internal sealed class SearchReader(NewsDb db, ISearchEngine engine, SearchVocabulary vocabulary, NameBooks names, TopicList topics, MergedTopics merged, Site site, TimeProvider clock)
{
    private const int Few = 20, ShortestBeginning = 3, MostTopics = 20;

    /// <summary>What an engine has to be asked.</summary>
    public async Task<SearchPlan> PlanAsync(SearchRequest request, CancellationToken ct)
    {
        var book = await names.NowAsync(ct);
        var any = new List<SearchTerm>();
        foreach (var words in request.Query.Words) any.Add(await TermAsync(words, request.Query.IsOpen && words == request.Query.Words[^1], book, ct));
        var plan = new SearchPlan(any, [.. request.Query.Phrases.Select(p => new SearchTerm([p], book.MarksOf(p)))], [.. request.Query.Without.Select(w => new SearchTerm([w], book.MarksOf(w)))])
        {
            From = request.From is { } from ? SearchEntry.FirstOf(site.StartOf(from)) : null,
            Until = request.To is { } to ? SearchEntry.FirstOf(site.StartOf(to.AddDays(1))) : null,
        };
        if (request.Author is { } author) plan = plan.And(SearchTerm.Marked(SearchMark.Author(author)));
        if (request.Person is { } person) plan = plan.And(SearchTerm.Marked(SearchMark.Person(person)));
        return plan;
    }

    /// <summary>A page of the stories.</summary>
    public async Task<SearchFound> FindAsync(SearchRequest request, SearchPlan plan, long skip, int take, CancellationToken ct)
    {
        plan = await FilteredAsync(plan, request, ct);
        if (request.Order is SearchOrder.Date) plan = await AllWordsAsync(plan, ct);
        var total = await engine.CountAsync(plan, int.MaxValue, ct);
        if (skip >= Math.Min(total, ISearchEngine.Deepest)) return new(total, []);
        var ids = await engine.PageAsync(plan, request.Order, clock.GetUtcNow(), (int)skip, Math.Min(take, ISearchEngine.Deepest - (int)skip), ct);
        var stories = await db.SearchEntries.Where(e => ids.Contains(e.Id))
            .Join(db.Articles.AsNoTracking(), e => e.ArticleId, a => a.Id, (e, a) => new { e.Id, Article = a })
            .Join(db.Revisions.AsNoTracking(), x => x.Article.LiveId, r => r.Id, (x, r) => new { x.Id, Live = new LiveArticle(x.Article, r) }).ToDictionaryAsync(x => x.Id, x => x.Live, ct);
        return new(total, [.. ids.Select(stories.GetValueOrDefault).OfType<LiveArticle>()]);
    }

    /// <summary>How many of the stories are of each kind, whichever kind is asked for; kinds of none are left out.</summary>
    public async Task<IReadOnlyList<SearchCount>> KindsAsync(SearchRequest request, SearchPlan plan, CancellationToken ct)
    {
        var kinds = Enum.GetValues<ArticleKind>();
        var counts = await engine.CountAsync(await FilteredAsync(plan, request with { Kind = null }, ct), [.. kinds.Select(SearchMark.Kind)], ct);
        return [.. kinds.Select(k => new SearchCount(Kebab.Of(k), k.ToString(), counts[SearchMark.Kind(k)])).Where(c => c.Count > 0 || c.Key == (request.Kind is { } kind ? Kebab.Of(kind) : null))];
    }

    /// <summary>How many of the stories are of each topic, whichever topic is asked for, the most first; topics of none are left out. Of a long register, the sections and the topics of these stories are counted.</summary>
    public async Task<IReadOnlyList<SearchCount>> TopicsAsync(SearchRequest request, SearchPlan plan, IReadOnlyList<LiveArticle> stories, CancellationToken ct)
    {
        plan = await FilteredAsync(plan, request with { Topic = null }, ct);
        var (now, counts) = (await merged.NamesAsync(ct), new List<SearchCount>());
        var near = stories.SelectMany(s => now.Now(s.Revision.Topics)).Append(request.Topic).ToHashSet(StringComparer.Ordinal);
        Topic[] counted = [.. (await topics.AllAsync(ct)).OrderByDescending(t => near.Contains(t.Slug)).Take(MostTopics)];
        var marks = await engine.CountAsync(plan, [.. counted.Select(t => SearchMark.Topic(t.Slug))], ct);
        foreach (var topic in counted)
        {
            var term = await TopicAsync(topic.Slug, ct);
            var count = term.Marks.Count == 1 ? marks[term.Marks[0]] : await engine.CountAsync(plan.And(term), ISearchEngine.Counted, ct);
            if (count > 0 || topic.Slug == request.Topic) counts.Add(new(topic.Slug, topic.Name, count));
        }
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>People, topics and authors of that name.</summary>
    public async Task<FoundNames> NamesAsync(SearchQuery query, CancellationToken ct) => (await names.NowAsync(ct)).Find(query);

    /// <summary>What may have been meant; null when every word is in some story, or nothing is near.</summary>
    public async Task<string?> MeantAsync(SearchRequest request, SearchPlan plan, CancellationToken ct)
    {
        var unknown = new List<string>();
        foreach (var (words, term) in request.Query.Words.Zip(plan.Any))
            if (words.Parts.Count == 1 && await engine.CountAsync(SearchPlan.Of(term), 1, ct) == 0) unknown.Add(words.Parts[0]);
        foreach (var word in request.Query.Phrases.SelectMany(p => p.Parts).Where(p => !SmallWords.Has(p)))
            if (await engine.CountAsync(SearchPlan.Of(new([new([word])], [])), 1, ct) == 0) unknown.Add(word);
        return unknown.Count == 0 ? null : await vocabulary.MeantAsync(request.Query, unknown, ct);
    }

    // Who has typed only the beginning of a word finds what it begins; who has typed a word that many stories have means that word.
    private async Task<SearchTerm> TermAsync(WordGroup words, bool isOpen, NameBook book, CancellationToken ct)
    {
        var term = new SearchTerm([words], book.MarksOf(words));
        if (!isOpen || words.Parts is not [{ Length: >= ShortestBeginning } beginning] || await engine.CountAsync(SearchPlan.Of(term), Few, ct) >= Few) return term;
        return term with { Forms = [words, .. (await vocabulary.CompletionsAsync(beginning, ct)).Select(w => new WordGroup([w]))] };
    }

    private async Task<SearchPlan> FilteredAsync(SearchPlan plan, SearchRequest request, CancellationToken ct) =>
        plan.And(request.Kind is { } kind ? SearchTerm.Marked(SearchMark.Kind(kind)) : null).And(request.Topic is { } topic ? await TopicAsync(topic, ct) : null);

    private async ValueTask<SearchTerm> TopicAsync(string slug, CancellationToken ct) =>
        new([], [SearchMark.Topic(slug), .. (await merged.AllAsync(ct)).Where(m => m.Into == slug).Select(m => SearchMark.Topic(m.Slug))]);

    // By date, a story with one of the words would stand before one with all of them.
    private async Task<SearchPlan> AllWordsAsync(SearchPlan plan, CancellationToken ct)
    {
        var all = plan with { Any = [], All = [.. plan.Any, .. plan.All] };
        return plan.Any.Count < 2 || await engine.CountAsync(all, 1, ct) > 0 ? all : plan;
    }
}
