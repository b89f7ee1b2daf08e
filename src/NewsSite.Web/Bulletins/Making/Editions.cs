using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>Knows which bulletin is next, and makes editions: settles what they carry and who gets them, once, however many nodes look.</summary>
internal sealed class Editions(NewsDb db, EditionReader reader, Audience audience, StoryAlerts alerts, BulletinTimes times, TimeProvider clock)
{
    /// <summary>The bulletin that goes out next, or waits for somebody: one that nothing has been decided on has no row yet.</summary>
    public async Task<Edition> NextAsync(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), times.Today);
        if (now < times.DueOn(today) && await db.Editions.Where(e => e.Kind == EditionKind.Daily && e.State == EditionState.Planned && e.Day < today).OrderByDescending(e => e.Day).FirstOrDefaultAsync(ct) is { } waiting) return waiting;
        for (var day = today; ; day = day.AddDays(1))
            if (await OnAsync(day, ct) is { State: EditionState.Planned } next) return next; // tomorrow's may have been skipped already
    }

    /// <summary>Whether an edition waits until an editor has looked at it: the first ever does.</summary>
    public async Task<bool> NeedsReleaseAsync(Edition edition, CancellationToken ct) =>
        edition.ReleasedBy is null && !await db.Editions.AnyAsync(e => e.Kind == EditionKind.Daily && e.MadeAt != null, ct);

    /// <summary>Makes what is due now.</summary>
    public Task<bool> MakeDueAsync(CancellationToken ct) => db.InOneGoAsync(async transaction =>
    {
        var (now, today) = (clock.GetUtcNow(), times.Today);
        await alerts.MakeDueAsync(ct);
        if (times.DueOn(today) <= now)
            await db.Editions.Where(e => e.Kind == EditionKind.Daily && e.State == EditionState.Planned && e.Day < today).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EditionState.Skipped), ct); // overtaken: this one has its stories
        var next = await NextAsync(ct);
        if (next.DueAt <= now && next.HeldBy is null && await db.Subscriptions.AnyAsync(s => s.Kind == WantedKind.Daily || s.Kind == WantedKind.Topic, ct))
        {
            if (db.Entry(next).State is EntityState.Detached) db.Add(next);
            if (!await NeedsReleaseAsync(next, ct)) await MakeAsync(next, ct);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }, ct);

    /// <summary>Makes a bulletin, in the caller's transaction.</summary>
    /// <returns>How many readers get it; 0 when there was nothing in it for anybody.</returns>
    public async Task<int> MakeAsync(Edition edition, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        edition.Version++;
        await db.SaveChangesAsync(ct); // of two nodes, the later finds another version and looks again
        var content = await reader.NextAsync(edition.Day, edition.Line, now, ct);
        var count = await audience.SettleAsync(edition.Id, await audience.OfBulletinAsync(content, ct), now, ct);
        edition.State = count == 0 ? EditionState.Empty : EditionState.Sending;
        if (count == 0) return 0;
        edition.MadeAt = now;
        db.AddRange(content.Stories.Select(s => new EditionStory { EditionId = edition.Id, ArticleId = s.Article }));
        db.AddRange(content.Corrections.Select(c => new EditionCorrection { EditionId = edition.Id, Correction = c.Key }));
        return count;
    }

    /// <summary>The next instant at which something is due; null for none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), times.Today);
        var retry = await db.EditionMails.Where(m => m.State == EditionMailState.Waiting && db.Set<Edition>().Any(e => e.Id == m.EditionId && e.State == EditionState.Sending)).OrderBy(m => m.DueAt).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefaultAsync(ct);
        var due = times.DueOn(today) is var first && first > now ? first : times.DueOn(today.AddDays(1));
        return new[] { retry, await alerts.NextDueAsync(ct), due }.Min();
    }

    private async Task<Edition> OnAsync(DateOnly day, CancellationToken ct) =>
        await db.Editions.FirstOrDefaultAsync(e => e.Day == day, ct) ?? new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = EditionKind.Daily, Day = day, DueAt = times.DueOn(day) };
}
