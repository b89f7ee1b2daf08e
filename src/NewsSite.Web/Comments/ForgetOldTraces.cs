using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

/// <summary>Every hour: forgets the hashes of network addresses and their keys after 30 days, and comments whose writer never confirmed the address.</summary>
internal sealed partial class ForgetOldTraces(IDbContextFactory<NewsDb> databases, AddressKeys keys, TimeProvider clock, ILogger<ForgetOldTraces> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Forgets what has had its time.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - AddressKeys.Life;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Comments.Where(c => c.AddressHash != null && c.At < before).ExecuteUpdateAsync(s => s.SetProperty(c => c.AddressHash, (string?)null), ct);
        await db.CommentReports.Where(r => r.AddressHash != null && r.At < before).ExecuteUpdateAsync(s => s.SetProperty(r => r.AddressHash, (string?)null), ct);
        await keys.ForgetAsync(db, ct);
        await db.Comments.Where(c => c.State == CommentState.Unconfirmed && c.At < before).ExecuteDeleteAsync(ct);
        var comments = db.Comments;
        await db.Commenters.Where(c => c.ConfirmedAt == null && c.BlockedAt == null && c.SeenAt < before && !comments.Any(w => w.CommenterId == c.Id)).ExecuteDeleteAsync(ct);
        await keys.PrepareAsync(ct);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Old traces of commenters could not be forgotten; the next try is in an hour")]
    private static partial void Failed(ILogger log, Exception e);
}
