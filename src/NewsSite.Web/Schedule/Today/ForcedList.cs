using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Schedule.Today;

/// <summary>Lists publications that nobody had approved.</summary>
internal sealed class ForcedList(NewsDb db, ICurrentAccount who)
{
    /// <summary>Publications that are listed at most.</summary>
    public const int Most = 100;

    /// <summary>Those that nobody else has looked at, the oldest first.</summary>
    public async Task<IReadOnlyList<ForcedRow>> OpenAsync(int most, CancellationToken ct) =>
        Rows(await WithArticle(db.ForcedPublications.Where(f => f.ReviewedAt == null).OrderBy(f => f.At).Take(most)).ToListAsync(ct)).OrderBy(r => r.Publication.At).ToList();

    /// <summary>Those that somebody has looked at, the last first.</summary>
    public async Task<IReadOnlyList<ForcedRow>> SettledAsync(CancellationToken ct) =>
        Rows(await WithArticle(db.ForcedPublications.Where(f => f.ReviewedAt != null).OrderByDescending(f => f.ReviewedAt).Take(Most)).ToListAsync(ct)).OrderByDescending(r => r.Publication.ReviewedAt).ToList();

    private IEnumerable<ForcedRow> Rows(IEnumerable<Named> found) => found.Select(f => new ForcedRow(f.Publication, f.Slug, f.Headline, f.IsLive, f.Publication.ById == who.Id));

    private IQueryable<Named> WithArticle(IQueryable<ForcedPublication> forced) =>
        forced.AsNoTracking().Join(db.Articles, f => f.ArticleId, a => a.Id, (f, a) => new Named(f, a.Slug, a.Headline, a.LiveId != null));
}

/// <summary>A publication with the article that it is of.</summary>
internal sealed record Named(ForcedPublication Publication, string Slug, string Headline, bool IsLive);
