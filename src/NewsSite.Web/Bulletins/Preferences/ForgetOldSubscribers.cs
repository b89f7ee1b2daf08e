using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Preferences;

/// <summary>Every hour: forgets addresses that were never confirmed or whose readers left, and which mail went to whom, after 30 days. Figures and proofs stay.</summary>
internal sealed partial class ForgetOldSubscribers(IDbContextFactory<NewsDb> databases, TimeProvider clock, ILogger<ForgetOldSubscribers> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1), Life = TimeSpan.FromDays(30);

    /// <summary>Forgets what has had its time.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Life;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Subscribers.Where(s => s.SeenAt < before && !db.Set<Subscription>().Any(p => p.SubscriberId == s.Id)).ExecuteDeleteAsync(ct);
        await db.EditionMails.Where(m => db.Set<Edition>().Any(e => e.Id == m.EditionId && e.DoneAt < before)).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do await TryForgetAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; what is due then is done at the next start.
        }
    }

    private async Task TryForgetAsync(CancellationToken ct)
    {
        try
        {
            await ForgetAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old subscribers could not be forgotten; the next try is in an hour")]
    private static partial void Failed(ILogger log, Exception e);
}
