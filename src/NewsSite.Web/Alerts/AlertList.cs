using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Alerts;

/// <summary>The alerts that have not ended, the gravest first, then those that began last.</summary>
internal sealed class AlertList(IDbContextFactory<NewsDb> databases, TimeProvider clock) : Kept<Alert>(databases, "alerts")
{
    protected override async Task<IReadOnlyList<Alert>> LoadAsync(NewsDb db)
    {
        var now = clock.GetUtcNow();
        var found = await db.Set<Alert>().AsNoTracking().Where(a => a.EndsAt > now).ToListAsync();
        return [.. found.OrderBy(a => a.Severity).ThenByDescending(a => a.StartsAt).ThenBy(a => a.Slug, StringComparer.Ordinal)];
    }
}
