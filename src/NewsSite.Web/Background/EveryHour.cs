namespace NewsSite.Web.Background;

/// <summary>Work that is done soon after the start, when the first readers have been served, and every hour from then on. One time that fails is told, and the next comes all the same.</summary>
/// <param name="clock">The clock.</param>
/// <param name="log">Where a failure is told.</param>
/// <param name="what">What could not be done, as a sentence begins, such as “Old traces of commenters could not be forgotten”.</param>
internal abstract partial class EveryHour(TimeProvider clock, ILogger log, string what) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Interval = TimeSpan.FromHours(1);

    /// <summary>The clock the hours are counted by.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>Does it once.</summary>
    protected abstract Task DoAsync(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(First, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = Interval;
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; what is due then is done at the next start.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await DoAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What}; the next try is in an hour")]
    private static partial void Failed(ILogger log, Exception e, string what);
}
