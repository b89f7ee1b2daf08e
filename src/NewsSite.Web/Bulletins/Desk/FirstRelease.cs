using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>Whether readers wait for a bulletin or an alert that no editor has released yet: the first of its kind.</summary>
internal sealed class FirstRelease(NewsDb db, StoryAlerts alerts, AlertDesk desk)
{
    /// <summary>Whether they wait for the first bulletin.</summary>
    public async Task<bool> IsBulletinWaitingAsync(CancellationToken ct) =>
        !await db.Editions.AnyAsync(e => e.Kind == EditionKind.Daily && (e.MadeAt != null || (e.State == EditionState.Planned && e.ReleasedBy != null)), ct)
        && await db.Subscriptions.AnyAsync(s => s.Kind == WantedKind.Daily || s.Kind == WantedKind.Topic, ct);

    /// <summary>Whether they wait for the first alert, whose story is live.</summary>
    public async Task<bool> IsAlertWaitingAsync(CancellationToken ct) => await alerts.IsFirstAsync(ct) && (await desk.WaitingAsync(ct)).Any(a => a is { NeedsRelease: true, LiveAt: null, IsSkipped: false, Readers: > 0 });
}
