using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Search;

/// <summary>Finds live stories, the same way for the page, the feeds and the API.</summary>
internal sealed class SearchReader(NewsDb db, ISearchEngine engine, SearchBeside beside, SearchVocabulary vocabulary, NameBooks names, TopicList topics, MergedTopics merged, Site site, TimeProvider clock)
{
    private const int Few = 20, ShortestBeginning = 3, MostTopics = 20;

    /// <summary>What an engine has to be asked.</summary>
    public async Task<SearchPlan> PlanAsync(SearchRequest request, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct); // kept for the dozens of questions of a search, until the request ends
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
        if (request.Order is SearchOrder.Relevance || plan.Any.Count == 0) return plan;
        var whole = plan with { NeedsEvery = true }; // by date, a story with one of the words would stand before one with all of them
        return plan.Any.Count == 1 || await engine.CountAsync(await FilteredAsync(whole, request, ct), 1, ct) > 0 ? whole : plan;
    }

    /// <summary>A page of the stories.</summary>
    public async Task<SearchFound> FindAsync(SearchRequest request, SearchPlan plan, long skip, int take, CancellationToken ct)
    {
        plan = await FilteredAsync(plan, request, ct);
        var counting = beside.Ask((any, until) => any.CountAsync(plan, int.MaxValue, until), ct);
        IReadOnlyList<long> ids = skip >= ISearchEngine.Deepest ? [] : await engine.PageAsync(plan, request.Order, clock.GetUtcNow(), (int)skip, Math.Min(take, ISearchEngine.Deepest - (int)skip), ct);
        var stories = await db.SearchEntries.Where(e => ids.Contains(e.Id))
            .Join(db.Articles.AsNoTracking(), e => e.ArticleId, a => a.Id, (e, a) => new { e.Id, Article = a })
            .Join(db.Revisions.AsNoTracking(), x => x.Article.LiveId, r => r.Id, (x, r) => new { x.Id, Live = new LiveArticle(x.Article, r) }).ToDictionaryAsync(x => x.Id, x => x.Live, ct);
        return new(await counting.Value, [.. ids.Select(stories.GetValueOrDefault).OfType<LiveArticle>()]);
    }

    /// <summary>By what the stories can be narrowed: every kind, whichever is asked for, and every topic; of a long register, the sections and the topics of these stories.</summary>
    /// <param name="request">The search.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="stories">The stories of the page; null while they are not known.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>Null when the stories have to be known.</returns>
    public async Task<SearchNarrowing?> NarrowingAsync(SearchRequest request, SearchPlan plan, IReadOnlyList<LiveArticle>? stories, CancellationToken ct)
    {
        var (now, all) = (await merged.NamesAsync(ct), await topics.AllAsync(ct));
        if (stories is null && all.Count > MostTopics) return null;
        var near = (stories ?? []).SelectMany(s => now.Now(s.Revision.Topics)).ToHashSet(StringComparer.Ordinal);
        var counted = new List<(Topic, SearchTerm)>();
        foreach (var topic in all.OrderByDescending(t => t.Slug == request.Topic).ThenByDescending(t => near.Contains(t.Slug)).Take(MostTopics)) counted.Add((topic, await TopicAsync(topic.Slug, ct)));
        return new(request, await FilteredAsync(plan, request with { Kind = null }, ct), await FilteredAsync(plan, request with { Topic = null }, ct), counted);
    }

    /// <summary>How many stories each of these leaves. Asked beside what else is asked meanwhile, where that goes.</summary>
    public Lazy<Task<SearchCounts>> Counts(SearchNarrowing narrowing, CancellationToken ct) => beside.Ask(narrowing.CountAsync, ct);

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
        plan.Whole.And(request.Kind is { } kind ? SearchTerm.Marked(SearchMark.Kind(kind)) : null).And(request.Topic is { } topic ? await TopicAsync(topic, ct) : null);

    private async ValueTask<SearchTerm> TopicAsync(string slug, CancellationToken ct) =>
        new([], [SearchMark.Topic(slug), .. (await merged.AllAsync(ct)).Where(m => m.Into == slug).Select(m => SearchMark.Topic(m.Slug))]);
}
