using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles;

/// <summary>A live article with the revision that readers see.</summary>
/// <param name="Article">The article.</param>
/// <param name="Revision">Its live revision.</param>
public sealed record LiveArticle(Article Article, Revision Revision);

/// <summary>The questions that the site asks of articles, named as an editor would say them.</summary>
public static class ArticleScopes
{
    private static readonly Func<NewsDb, string, IAsyncEnumerable<LiveArticle>> LiveBySlug = EF.CompileAsyncQuery(
        (NewsDb db, string slug) => db.Set<Article>().AsNoTracking().Where(a => a.Slug == slug)
            .Join(db.Set<Revision>().AsNoTracking(), a => a.LiveId, r => r.Id, (a, r) => new LiveArticle(a, r)));

    extension(NewsDb db)
    {
        /// <summary>The live article at a slug; null when readers can see none there.</summary>
        public async ValueTask<LiveArticle?> LiveArticleAsync(string slug, CancellationToken ct)
        {
            await foreach (var found in LiveBySlug(db, slug).WithCancellation(ct)) return found;
            return null;
        }

        /// <summary>How many articles a listing has.</summary>
        public async Task<int> LengthOfAsync(string list, CancellationToken ct) =>
            await db.Listings.Where(e => e.List == list).OrderByDescending(e => e.Position).Select(e => e.Position).FirstOrDefaultAsync(ct);
    }
}
