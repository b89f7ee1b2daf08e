using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Preferences;

/// <summary>Every hour: forgets addresses that were never confirmed or whose readers left, and which mail went to whom, after 30 days. Figures and proofs stay.</summary>
internal sealed class ForgetOldSubscribers(IDbContextFactory<NewsDb> databases, TimeProvider clock, ILogger<ForgetOldSubscribers> log) : EveryHour(clock, log, "Old subscribers could not be forgotten")
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Forgets what has had its time.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var before = Clock.GetUtcNow() - Life;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Subscribers.Where(s => s.SeenAt < before && !db.Set<Subscription>().Any(p => p.SubscriberId == s.Id)).ExecuteDeleteAsync(ct);
        await db.EditionMails.Where(m => db.Set<Edition>().Any(e => e.Id == m.EditionId && e.DoneAt < before)).ExecuteDeleteAsync(ct);
    }

    protected override Task DoAsync(CancellationToken ct) => ForgetAsync(ct);
}
