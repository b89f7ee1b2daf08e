using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Promotions;

/// <summary>The promotions that have not ended, in their order.</summary>
public sealed class PromotionList(IDbContextFactory<NewsDb> databases, TimeProvider clock) : Snapshot<Promotion>(databases, "promotions")
{
    /// <inheritdoc/>
    protected override IQueryable<Promotion> Query(IQueryable<Promotion> rows)
    {
        var now = clock.GetUtcNow();
        return rows.Where(p => p.EndsAt == null || p.EndsAt > now).OrderBy(p => p.Order).ThenBy(p => p.Slug);
    }
}
