using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Sending;

/// <summary>
/// Writes down where mails stand. Several lines send at once, and a database writes safely only so often in a second: what comes meanwhile is written together.
/// </summary>
internal sealed class MailMarks(IDbContextFactory<NewsDb> databases, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>How long a mail that was begun is its node's: longer than a server may take.</summary>
    public static readonly TimeSpan BegunTime = TimeSpan.FromSeconds(90);

    private readonly Channel<Mark> _marks = Channel.CreateUnbounded<Mark>(new() { SingleReader = true });
    private Task? _writing;

    /// <summary>Says that a mail is begun now: only while the claim holds and the reader wants what they wanted when it was made.</summary>
    /// <returns>Whether it may go.</returns>
    public Task<bool> BeginAsync(EditionMail mail, Guid claim, int version) => AddAsync(new(mail, claim) { Version = version });

    /// <summary>Says what became of a mail in this claim's hands. One that was begun so long ago that it was given up as unknown is known again.</summary>
    public Task<bool> SettleAsync(EditionMail mail, Guid claim, EditionMailState state, string? fault, TimeSpan? again = null) => AddAsync(new(mail, claim) { State = state, Fault = fault, Again = again });

    public async ValueTask DisposeAsync()
    {
        _marks.Writer.Complete();
        if (_writing is not null) await _writing;
    }

    private Task<bool> AddAsync(Mark mark)
    {
        lock (_marks) _writing ??= Task.Run(WriteAsync);
        _marks.Writer.TryWrite(mark);
        return mark.Done.Task;
    }

    private async Task WriteAsync()
    {
        var some = new List<Mark>();
        while (await _marks.Reader.WaitToReadAsync())
        {
            some.Clear();
            while (some.Count < 100 && _marks.Reader.TryRead(out var mark)) some.Add(mark);
            try
            {
                await using var db = await databases.CreateDbContextAsync();
                var done = await db.InOneGoAsync(async transaction =>
                {
                    var results = new List<bool>();
                    foreach (var mark in some) results.Add(await WriteAsync(db, mark));
                    await transaction.CommitAsync();
                    return results;
                }, CancellationToken.None);
                foreach (var (mark, result) in some.Zip(done)) mark.Done.TrySetResult(result);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                foreach (var mark in some) mark.Done.TrySetException(e);
            }
        }
    }

    private async Task<bool> WriteAsync(NewsDb db, Mark mark)
    {
        var (edition, reader, claim, now) = (mark.Mail.EditionId, mark.Mail.SubscriberId, mark.Claim, clock.GetUtcNow());
        var mine = db.EditionMails.Where(m => m.EditionId == edition && m.SubscriberId == reader && m.ClaimedBy == claim);
        if (mark.Version is { } version)
        {
            var until = now + BegunTime;
            return await mine.Where(m => m.State == EditionMailState.Claimed && m.ClaimedUntil > now && db.Set<Subscriber>().Any(s => s.Id == reader && s.Version == version && s.StoppedAt == null))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, EditionMailState.Begun).SetProperty(m => m.ClaimedUntil, until)) == 1;
        }
        var (state, fault, isAgain) = (mark.State, mark.Fault, mark.State is EditionMailState.Waiting);
        var due = now + (mark.Again ?? TimeSpan.Zero);
        return await mine.Where(m => m.State == EditionMailState.Claimed || m.State == EditionMailState.Begun || m.State == EditionMailState.Unknown).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state).SetProperty(m => m.Fault, fault).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(m => m.Tries, m => isAgain && fault != null ? m.Tries + 1 : m.Tries).SetProperty(m => m.DueAt, m => isAgain ? due : m.DueAt)) == 1;
    }

    private sealed record Mark(EditionMail Mail, Guid Claim)
    {
        public int? Version { get; init; }

        public EditionMailState State { get; init; }

        public string? Fault { get; init; }

        public TimeSpan? Again { get; init; }

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
