using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Sending;

/// <summary>Mails that one line has in hand.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Edition">Their edition.</param>
/// <param name="Mails">The mails.</param>
internal sealed record MailClaim(Guid Id, Edition Edition, IReadOnlyList<EditionMail> Mails);

/// <summary>Takes mails into hand, so that of several nodes and lines one sends each.</summary>
internal sealed class MailClaims(IDbContextFactory<NewsDb> databases, TimeProvider clock) : IDisposable
{
    /// <summary>Mails in one claim.</summary>
    public const int Many = 25;

    /// <summary>How long what has not been begun is its claim's.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Takes some that are due; null when there are none.</summary>
    public async Task<MailClaim?> TakeAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct); // lines of one node would reach for the same
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            while (true)
            {
                var now = clock.GetUtcNow();
                var due = db.EditionMails.AsNoTracking().Where(m => m.State == EditionMailState.Waiting && m.DueAt <= now);
                if (await db.Editions.AsNoTracking().Where(e => e.State == EditionState.Sending && due.Any(m => m.EditionId == e.Id)).OrderBy(e => e.DueAt).ThenBy(e => e.Id).FirstOrDefaultAsync(ct) is not { } edition) return null;
                var ids = await due.Where(m => m.EditionId == edition.Id).OrderBy(m => m.DueAt).Select(m => m.SubscriberId).Take(Many).ToListAsync(ct);
                var (claim, until) = (Guid.CreateVersion7(now), now + ClaimTime);
                await db.EditionMails.Where(m => m.EditionId == edition.Id && m.State == EditionMailState.Waiting && ids.Contains(m.SubscriberId))
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, EditionMailState.Claimed).SetProperty(m => m.ClaimedBy, claim).SetProperty(m => m.ClaimedUntil, until), ct);
                var mine = await db.EditionMails.AsNoTracking().Where(m => m.ClaimedBy == claim && m.State == EditionMailState.Claimed).ToListAsync(ct);
                if (mine.Count > 0) return new(claim, edition, mine); // otherwise another node was faster
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes from nodes that have died what they had in hand: what was not begun waits again; of what was begun nobody knows, and it is not sent again.</summary>
    public async Task LapseAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var lapsed = db.EditionMails.Where(m => m.ClaimedUntil < now && db.Set<Edition>().Any(e => e.Id == m.EditionId && e.State == EditionState.Sending));
        await lapsed.Where(m => m.State == EditionMailState.Claimed).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, EditionMailState.Waiting).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), ct);
        await lapsed.Where(m => m.State == EditionMailState.Begun).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, EditionMailState.Unknown).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(m => m.Fault, "the program ended while it was handed over"), ct);
    }

    /// <summary>Closes editions that nobody waits for any more, with their figures.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var id in await db.Editions.Where(e => e.State == EditionState.Sending).Select(e => e.Id).ToListAsync(ct))
        {
            var counts = await db.EditionMails.Where(m => m.EditionId == id).GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            if (counts.Keys.Any(s => s is EditionMailState.Waiting or EditionMailState.Claimed or EditionMailState.Begun)) continue;
            var (sent, failed, unknown, left) = (counts.GetValueOrDefault(EditionMailState.Sent), counts.GetValueOrDefault(EditionMailState.Failed), counts.GetValueOrDefault(EditionMailState.Unknown), counts.GetValueOrDefault(EditionMailState.Left));
            await db.Editions.Where(e => e.Id == id && e.State == EditionState.Sending).ExecuteUpdateAsync(s => s
                .SetProperty(e => e.State, EditionState.Sent).SetProperty(e => e.DoneAt, now).SetProperty(e => e.Sent, sent).SetProperty(e => e.Failed, failed).SetProperty(e => e.Unknown, unknown).SetProperty(e => e.Left, left), ct);
        }
    }

    public void Dispose() => _one.Dispose();
}
