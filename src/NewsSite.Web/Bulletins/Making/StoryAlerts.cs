using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Knows which alerts wait, and makes those that are due: settles who gets them, once, however many nodes look.</summary>
internal sealed class StoryAlerts(NewsDb db, Audience audience, TimeProvider clock)
{
    /// <summary>How long an alert waits after its story has gone live: the time in which it can still be held, skipped or given a line.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    /// <summary>What was published longer ago is no news: an alert that nobody has let go by then goes no more.</summary>
    public static readonly TimeSpan Newest = TimeSpan.FromDays(1);

    private const int AtATime = 20;

    /// <summary>Whether alerts wait until an editor has looked at one and released it: the first ever does.</summary>
    public async Task<bool> IsFirstAsync(CancellationToken ct) => !await db.Editions.AnyAsync(e => e.Kind == EditionKind.Alert && e.MadeAt != null, ct);

    /// <summary>Makes what is due now, in the caller's transaction.</summary>
    public async Task MakeDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = now - Newest;
        await OfLiveStories().Where(e => e.DueAt < old).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EditionState.Skipped), ct);
        foreach (var alert in await (await ReadyAsync(ct)).Where(e => e.DueAt <= now).OrderBy(e => e.DueAt).Take(AtATime).ToListAsync(ct)) await MakeAsync(alert, ct);
    }

    /// <summary>The next instant at which one is due; null for none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => await (await ReadyAsync(ct)).OrderBy(e => e.DueAt).Select(e => (DateTimeOffset?)e.DueAt).FirstOrDefaultAsync(ct);

    // A story that is withdrawn before its alert has gone keeps it for when it comes back.
    private IQueryable<Edition> OfLiveStories() =>
        db.Editions.Where(e => e.Kind == EditionKind.Alert && e.State == EditionState.Planned && db.Set<Article>().Any(a => a.Id == e.ArticleId && a.State == ArticleState.Live));

    private async Task<IQueryable<Edition>> ReadyAsync(CancellationToken ct)
    {
        var ready = OfLiveStories().Where(e => e.HeldBy == null);
        return await IsFirstAsync(ct) ? ready.Where(e => e.ReleasedBy != null) : ready;
    }

    private async Task MakeAsync(Edition alert, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        alert.Version++;
        await db.SaveChangesAsync(ct); // of two nodes, the later finds another version and looks again
        var story = alert.ArticleId!.Value;
        alert.State = EditionState.Empty;
        if (await db.Articles.AsNoTracking().Where(a => a.Id == story && a.State == ArticleState.Live).Join(db.Revisions, a => a.LiveId, r => r.Id, (a, r) => r).FirstOrDefaultAsync(ct) is not { } live) return;
        var people = await db.SpokenWords.Where(s => s.ArticleId == story).Select(s => s.Person).Distinct().ToListAsync(ct);
        var wanted = await audience.OfAlertAsync((await db.TopicNamesAsync(ct)).Now(live.Topics), people, ct);
        if (await audience.SettleAsync(alert.Id, wanted, now, ct) == 0) return;
        (alert.State, alert.MadeAt, alert.Subjects) = (EditionState.Sending, now, [.. wanted.Select(w => w.ToString())]);
        db.Add(new EditionStory { EditionId = alert.Id, ArticleId = story });
    }
}
