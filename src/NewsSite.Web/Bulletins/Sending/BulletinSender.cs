using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Background;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Data;
using NewsSite.Web.Mail.Lines;

namespace NewsSite.Web.Bulletins.Sending;

/// <summary>
/// Waits for the next minute at which a bulletin is due, makes it and sends it, over several lines at once. It looks at the clock twice a second,
/// and at the store when a minute has come, when something was decided or published anywhere, and every half minute.
/// </summary>
internal sealed partial class BulletinSender(
    IServiceScopeFactory scopes, IDbContextFactory<NewsDb> databases, MailClaims claims, MailLines lines, IOptions<BulletinOptions> options, TimeProvider clock, ILogger<BulletinSender> log) : BackgroundService, IChangeListener
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500), Safety = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset? _next;
    private DateTimeOffset _looked;
    private int _woken = 1;

    /// <inheritdoc/>
    public ValueTask OnChangedAsync(IReadOnlyCollection<string>? tags, CancellationToken ct)
    {
        if (tags is null || tags.Contains(BulletinTag.Name)) Volatile.Write(ref _woken, 1);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes what is due and sends what waits.</summary>
    public async Task RunDueAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await MakeAsync(ct);
            await claims.LapseAsync(ct);
            await using (var marks = new MailMarks(databases, clock)) await SendAsync(marks, ct);
            await claims.CloseAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            do
            {
                if (IsTime()) await TryRunAsync(stoppingToken);
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

    private async Task TryRunAsync(CancellationToken ct)
    {
        try
        {
            _looked = clock.GetUtcNow();
            await RunDueAsync(ct);
            await using var scope = scopes.CreateAsyncScope();
            _next = await scope.ServiceProvider.GetRequiredService<Editions>().NextDueAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e);
            _next = null;
        }
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Editions>().MakeDueAsync(ct);
    }

    // Nobody connects to a server as long as nobody waits for a mail.
    private Task SendAsync(MailMarks marks, CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, options.Value.Connections).Select(_ => Task.Run(async () =>
    {
        if (await claims.TakeAsync(ct) is not { } claim) return;
        await using var line = lines.Open();
        for (MailClaim? next = claim; next is not null; next = ct.IsCancellationRequested ? null : await claims.TakeAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendClaim>().RunAsync(next, line, marks, ct);
        }
    }, ct)));

    [LoggerMessage(Level = LogLevel.Error, Message = "Bulletins could not be made or sent; the next try is in half a minute")]
    private static partial void Failed(ILogger log, Exception e);
}
