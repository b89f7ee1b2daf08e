using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>Whether readers wait for a bulletin that no editor has released yet: the first.</summary>
internal sealed class FirstBulletin(NewsDb db)
{
    public async Task<bool> IsWaitingAsync(CancellationToken ct) =>
        !await db.Editions.AnyAsync(e => e.Kind == EditionKind.Daily && (e.MadeAt != null || (e.State == EditionState.Planned && e.ReleasedBy != null)), ct)
        && await db.Subscriptions.AnyAsync(s => s.Kind == WantedKind.Daily || s.Kind == WantedKind.Topic, ct);
}
