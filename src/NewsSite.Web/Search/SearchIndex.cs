using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Core.Hooks;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Keeps the index in step with what is live, inside the transaction that changes it: what is not live is not found, to the second.</summary>
internal sealed class SearchIndex(NewsDb db, ISearchEngine engine, BlockCatalogue catalogue) : IHook<LiveChanges>
{
    private const int AtATime = 500;

    public async Task RunAsync(LiveChanges happened, CancellationToken ct)
    {
        Guid[] known = [.. happened.Articles.Where(c => c.SlugBefore is not null || c.Before is not null).Select(c => c.Article.Id)];
        await RemoveAsync(known, ct);
        var live = happened.Articles.Where(c => c.After is not null).ToList();
        IEnumerable<SearchDocument> documents = live.Count > PlaceInListings.ManyAtOnce
            ? live.AsParallel().AsOrdered().WithCancellation(ct).Select(c => SearchDocument.Of(c.Article, c.After!, catalogue))
            : live.Select(c => SearchDocument.Of(c.Article, c.After!, catalogue));
        await AddAsync([.. documents], ct);
    }

    /// <summary>Indexes live articles anew.</summary>
    public async Task ReplaceAsync(IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        await RemoveAsync([.. documents.Select(d => d.ArticleId)], ct);
        await AddAsync(documents, ct);
    }

    private async Task RemoveAsync(IReadOnlyCollection<Guid> articles, CancellationToken ct)
    {
        foreach (var some in articles.Chunk(AtATime)) await db.SearchEntries.Where(e => some.Contains(e.ArticleId)).ExecuteDeleteAsync(ct);
    }

    private async Task AddAsync(IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        if (documents.Count == 0) return;
        var rows = await NumberAsync(documents, ct);
        await db.InsertManyAsync(rows.Select(r => new SearchEntry { Id = r.Id, ArticleId = r.Document.ArticleId }).ToList(), ct);
        await engine.AddAsync(rows, ct);
        await engine.LearnAsync([.. documents.SelectMany(d => d.Vocabulary).Distinct(StringComparer.Ordinal)], ct);
    }

    // Hundreds of stories may have been published at one midnight.
    private async Task<IReadOnlyList<(long Id, SearchDocument Document)>> NumberAsync(IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        var taken = new HashSet<long>();
        var waiting = documents.Select(d => (Id: SearchEntry.Wanted(d.ArticleId, d.PublishedAt), Document: d)).ToList();
        var rows = new List<(long Id, SearchDocument Document)>();
        while (waiting.Count > 0)
        {
            foreach (var some in waiting.Select(w => w.Id).Chunk(AtATime)) taken.UnionWith(await db.SearchEntries.Where(e => some.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct));
            rows.AddRange(waiting.Where(w => taken.Add(w.Id)));
            var placed = rows.Select(r => r.Document.ArticleId).ToHashSet();
            waiting = [.. waiting.Where(w => !placed.Contains(w.Document.ArticleId)).Select(w => (w.Id + 1, w.Document))];
        }
        return rows;
    }
}
