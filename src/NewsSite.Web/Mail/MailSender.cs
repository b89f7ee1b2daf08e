using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Mail;

/// <summary>
/// Sends what lies in the outbox: at once when it is woken, and otherwise looking every half minute. A node claims a mail before it sends it,
/// so that of several nodes one does; a mail that a node died with is taken up by another once the claim has run out.
/// </summary>
internal sealed partial class MailSender(IDbContextFactory<NewsDb> databases, Outbox outbox, Post post, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    private const int Lines = 4; // a server takes some 45 ms for a mail on one connection
    private const int AtOnce = 100;
    private const int AtOnceGone = 8;
    private const int MostTries = 14; // the last about a day and a half after the first
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2); // for one mail, with a server that hardly answers

    /// <summary>Sends everything that is due.</summary>
    public async Task SendDueAsync(CancellationToken ct)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            Guid[] due;
            await using (var db = await databases.CreateDbContextAsync(ct))
                due = await db.Set<OutgoingMail>().Where(m => m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now)).OrderBy(m => m.DueAt).Select(m => m.Id).Take(AtOnce).ToArrayAsync(ct);
            if (due.Length == 0) return;
            await Task.WhenAll(due.Chunk((due.Length + Lines - 1) / Lines).Select(some => SendAsync(some, ct)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TrySendDueAsync(stoppingToken);
                await outbox.WaitAsync(Interval, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would log this as a failure.
        }
    }

    private async Task TrySendDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SendDueAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(log, e);
        }
    }

    private async Task SendAsync(Guid[] ids, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var until = clock.GetUtcNow() + ClaimTime;
        var claimed = await ClaimAsync(db, ids, until, ct);
        var gone = new List<Guid>();
        var line = post.Open();
        try
        {
            foreach (var mail in claimed)
            {
                if (clock.GetUtcNow() > until - Longest) return; // by the time that it has gone it might be another's; it is claimed anew
                try
                {
                    await post.HandOverAsync(line, mail, ct);
                    gone.Add(mail.Id);
                }
                catch (Exception e) when (e is SmtpException or IOException or SocketException or FormatException or UnauthorizedAccessException or OperationCanceledException && !ct.IsCancellationRequested)
                {
                    await PutOffAsync(db, mail, e, ct);
                }
                if (gone.Count == AtOnceGone) await ForgetAsync(db, gone);
            }
        }
        finally
        {
            Post.Close(line);
            await ForgetAsync(db, gone);
        }
    }

    // Some at a time, for the same reason as claims. Not given up half-way: a mail that has gone must not go again, unless the machine itself fails, and then a few under their old ids.
    private async Task ForgetAsync(NewsDb db, List<Guid> gone)
    {
        if (gone.Count == 0) return;
        await db.Set<OutgoingMail>().Where(m => gone.Contains(m.Id)).ExecuteDeleteAsync(CancellationToken.None);
        foreach (var id in gone) Sent(log, id);
        gone.Clear();
    }

    // All in one write: each write holds up those of readers who comment meanwhile.
    private async Task<List<OutgoingMail>> ClaimAsync(NewsDb db, Guid[] ids, DateTimeOffset until, CancellationToken ct)
    {
        var (now, claim) = (clock.GetUtcNow(), Guid.CreateVersion7(until));
        var taken = await db.Set<OutgoingMail>().Where(m => ids.Contains(m.Id) && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, until).SetProperty(m => m.Claim, claim), ct);
        return taken == 0 ? [] : await db.Set<OutgoingMail>().AsNoTracking().Where(m => ids.Contains(m.Id) && m.Claim == claim).OrderBy(m => m.DueAt).ToListAsync(ct);
    }

    private async Task PutOffAsync(NewsDb db, OutgoingMail mail, Exception e, CancellationToken ct)
    {
        var fault = (e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message).ReplaceLineEndings(" ");
        DateTimeOffset? next = IsFinal(e) || mail.Tries + 1 >= MostTries ? null : clock.GetUtcNow() + Wait(mail.Tries);
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Tries, mail.Tries + 1)
            .SetProperty(m => m.Fault, fault)
            .SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(m => m.DueAt, next), ct);
        if (next is null) GivenUp(log, mail.Id, mail.Tries + 1, fault);
        else PutOff(log, mail.Id, mail.Tries + 1, fault);
    }

    // Half a minute, one, two, four … at most six hours.
    private static TimeSpan Wait(int tries) => TimeSpan.FromMinutes(Math.Min(0.5 * Math.Pow(2, tries), 360));

    private static bool IsFinal(Exception e) => e is FormatException
        or SmtpException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath };

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Id} has been sent")]
    private static partial void Sent(ILogger log, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} could not be sent (try {Try}) and will be tried again: {Fault}")]
    private static partial void PutOff(ILogger log, Guid id, int @try, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} could not be sent (try {Try}) and has been given up: {Fault}")]
    private static partial void GivenUp(ILogger log, Guid id, int @try, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; the next try is in half a minute")]
    private static partial void Failed(ILogger log, Exception e);
}
