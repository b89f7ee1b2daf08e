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
        [.. (await RowsAsync(db.ForcedPublications.Where(f => f.ReviewedAt == null).OrderBy(f => f.At).Take(most), ct)).OrderBy(r => r.Publication.At)];

    /// <summary>Those that somebody has looked at, the last first.</summary>
    public async Task<IReadOnlyList<ForcedRow>> SettledAsync(CancellationToken ct) =>
        [.. (await RowsAsync(db.ForcedPublications.Where(f => f.ReviewedAt != null).OrderByDescending(f => f.ReviewedAt).Take(Most), ct)).OrderByDescending(r => r.Publication.ReviewedAt)];

    private Task<List<ForcedRow>> RowsAsync(IQueryable<ForcedPublication> forced, CancellationToken ct)
    {
        var me = who.Id;
        return forced.AsNoTracking().Join(db.Articles, f => f.ArticleId, a => a.Id, (f, a) => new ForcedRow(f, a.Slug, a.Headline, a.LiveId != null, f.ById == me)).ToListAsync(ct);
    }
}
