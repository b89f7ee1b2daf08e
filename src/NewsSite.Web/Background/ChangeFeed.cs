using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Background;

/// <summary>Learns of a committed change: drops what it keeps in memory of it. Called at least once for each change, on every node.</summary>
public interface IChangeListener
{
    /// <summary>
    /// Least first. Whoever keeps what pages are made of goes before whoever keeps pages (1),
    /// or a page could be made again of what is out of date.
    /// </summary>
    int Order => 0;

    /// <summary>Drops what these tags touch.</summary>
    /// <param name="tags">The page tags; null when so much was missed that everything has to go.</param>
    /// <param name="ct">Cancelled when the site stops.</param>
    ValueTask OnChangedAsync(IReadOnlyCollection<string>? tags, CancellationToken ct);
}

/// <summary>
/// Passes committed changes on to whatever keeps things in memory: at once on the node that made them,
/// within a second on the others, which read the rows' highest number every half second.
/// </summary>
public sealed partial class ChangeFeed(IDbContextFactory<NewsDb> databases, IEnumerable<IChangeListener> listeners, TimeProvider clock, ILogger<ChangeFeed> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly IChangeListener[] _listeners = [.. listeners.OrderBy(l => l.Order)];
    private long? _seen;

    /// <summary>Passes on every change committed until now. Whoever commits one calls this before it answers.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var last = await db.Changes.MaxAsync(c => (long?)c.Id, ct) ?? 0;
            if (_seen == last) return;
            if (_seen is not { } seen || last < seen) // the first look, or a database put back from a backup
            {
                await TellAsync(null, ct);
            }
            else
            {
                var news = await db.Changes.Where(c => c.Id > seen).OrderBy(c => c.Id).Select(c => c.Tags).ToListAsync(ct);
                await TellAsync([.. news.SelectMany(t => t)], ct);
            }
            _seen = last;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do await TryCatchUpAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would log this as a failure when it is the start that was given up, such as for a port in use.
        }
    }

    private async Task TryCatchUpAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CatchUpAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Missed(log, e);
        }
    }

    private async Task TellAsync(IReadOnlyCollection<string>? tags, CancellationToken ct)
    {
        foreach (var listener in _listeners) await listener.OnChangedAsync(tags, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Changes could not be read; pages may be out of date until the next try in half a second")]
    private static partial void Missed(ILogger log, Exception e);
}
