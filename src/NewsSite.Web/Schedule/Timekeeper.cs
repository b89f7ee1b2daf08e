using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Background;

namespace NewsSite.Web.Schedule;

/// <summary>
/// Waits for the next minute that something is due, and has it done. It looks at the clock every second, so that a clock that is moved
/// costs no more than that, and at the store when a minute has come, when something was scheduled anywhere, and every half minute.
/// </summary>
internal sealed partial class Timekeeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Timekeeper> log) : BackgroundService, IChangeListener
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500), Safety = TimeSpan.FromSeconds(30);
    private DateTimeOffset? _next;
    private DateTimeOffset _looked;
    private int _woken = 1;

    /// <inheritdoc/>
    public ValueTask OnChangedAsync(IReadOnlyCollection<string>? tags, CancellationToken ct)
    {
        if (tags is null || tags.Contains(ScheduleTag.Name)) Volatile.Write(ref _woken, 1);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            do
            {
                if (IsTime()) await TryLookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; what is due then is done at the next start.
        }
    }

    private bool IsTime()
    {
        var now = clock.GetUtcNow();
        return Interlocked.Exchange(ref _woken, 0) == 1 || _next <= now || now - _looked >= Safety || now < _looked;
    }

    private async Task TryLookAsync(CancellationToken ct)
    {
        try
        {
            _looked = clock.GetUtcNow();
            await using var scope = scopes.CreateAsyncScope();
            var due = scope.ServiceProvider.GetRequiredService<DueActs>();
            while (await due.RunAsync(ct))
            {
                // As long as there is something due.
            }
            _next = await due.NextAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e);
            Volatile.Write(ref _woken, 1);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be done; it is tried again at once")]
    private static partial void Failed(ILogger log, Exception e);
}
