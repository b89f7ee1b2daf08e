using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>Makes the whole index anew, some stories at a time, while the site runs: readers search what there is, and publication waits for no more than a few stories.</summary>
internal sealed class Reindex(NewsDb db, SearchIndex index, PlaceInListings places, BlockCatalogue catalogue)
{
    private const int AtATime = 50;

    /// <summary>Does it.</summary>
    /// <param name="told">Is told, now and then, how many stories are done and how many there are.</param>
    /// <param name="ct">Ends it between two steps; what is done stays done.</param>
    /// <returns>How many live stories were indexed.</returns>
    public async Task<int> RunAsync(Action<int, int> told, CancellationToken ct)
    {
        var known = await db.SearchWords.Select(w => w.Word).ToListAsync(ct);
        var total = await db.LengthOfAsync(Listing.News, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (done, last) = (0, Guid.Empty);
        told(0, total);
        while (await SomeAsync(last, seen, ct) is { Count: > 0 } some)
        {
            last = some[^1];
            told(done += some.Count, Math.Max(total, done));
        }
        await ForgetAsync([.. known.Where(w => !seen.Contains(w))], ct);
        return done;
    }

    // What readers see is read and indexed in one transaction, so that a story that is withdrawn meanwhile does not come back.
    private Task<IReadOnlyList<Guid>> SomeAsync(Guid after, HashSet<string> seen, CancellationToken ct) => db.InOneGoAsync<IReadOnlyList<Guid>>(async transaction =>
    {
        await places.LockAsync(ct);
        var live = await db.Articles.AsNoTracking().Where(a => a.Id > after && a.LiveId != null).OrderBy(a => a.Id).Take(AtATime)
            .Join(db.Revisions.AsNoTracking(), a => a.LiveId, r => r.Id, (a, r) => new LiveArticle(a, r)).ToListAsync(ct);
        SearchDocument[] documents = [.. live.OrderBy(l => l.Article.Id).Select(l => SearchDocument.Of(l.Article, l.Revision, catalogue))];
        await index.ReplaceAsync(documents, ct);
        await transaction.CommitAsync(ct);
        foreach (var document in documents) seen.UnionWith(document.Vocabulary);
        return [.. documents.Select(d => d.ArticleId)];
    }, ct);

    private Task<int> ForgetAsync(IReadOnlyList<string> words, CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        await places.LockAsync(ct);
        var live = db.Articles.Where(a => a.LiveId != null);
        await db.SearchEntries.Where(e => !live.Any(a => a.Id == e.ArticleId)).ExecuteDeleteAsync(ct);
        foreach (var some in words.Chunk(500)) await db.SearchWords.Where(w => some.Contains(w.Word)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return words.Count;
    }, ct);
}
