using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Schedule;

/// <summary>
/// Does what is due. Several processes may look at once: each claims some acts so that they share the work, and an act is settled
/// in the transaction that does it, so that it happens once even when a claim has run out.
/// </summary>
internal sealed partial class DueActs(
    NewsDb db, Desk desk, Publication publication, Gates gates, ReviewLetters letters, StoryRecord record, ChangeFeed changes, Outbox outbox, TimeProvider clock, ILogger<DueActs> log)
{
    private const int AtATime = PlaceInListings.ManyAtOnce, Tries = 20;
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(20);

    /// <summary>Does some of what is due.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var claim = Guid.CreateVersion7(clock.GetUtcNow());
        try
        {
            var claimed = await ClaimAsync(claim, ct);
            if (claimed.Count == 0) return false;
            if (!await TryTogetherAsync(claimed, ct))
                foreach (var id in claimed) await DoAloneAsync(id, ct);
        }
        catch (Exception)
        {
            await LetGoAsync(claim);
            throw;
        }
        return true;
    }

    // When the site stops as well: whoever comes next does not wait for the claim to run out.
    private async Task LetGoAsync(Guid claim)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await db.TimedActs.Where(a => a.ClaimedBy == claim).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClaimedUntil, (DateTimeOffset?)null), patience.Token);
    }

    /// <summary>The next minute that something waits for; null for none.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken ct) =>
        await db.TimedActs.Where(a => a.Status == TimedStatus.Waiting).OrderBy(a => a.DueAt).Select(a => (DateTimeOffset?)a.DueAt).FirstOrDefaultAsync(ct);

    // A claim reaches no further than its length, whatever has been done to the clock since.
    private async Task<IReadOnlyList<Guid>> ClaimAsync(Guid claim, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (until, far) = (now + Hold, now + Hold + Hold);
        var due = db.TimedActs.Where(a => a.Status == TimedStatus.Waiting && a.DueAt <= now && (a.ClaimedUntil == null || a.ClaimedUntil < now || a.ClaimedUntil > far));
        var ids = await due.OrderBy(a => a.DueAt).ThenBy(a => a.Id).Take(AtATime).Select(a => a.Id).ToListAsync(ct);
        if (ids.Count == 0) return [];
        await due.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClaimedUntil, until).SetProperty(a => a.ClaimedBy, claim), ct);
        return await db.TimedActs.Where(a => a.ClaimedBy == claim && a.Status == TimedStatus.Waiting).OrderBy(a => a.DueAt).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
    }

    // One transaction for all of them; when anything comes in between, each is tried again alone.
    private async Task<bool> TryTogetherAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        try
        {
            return await DoAsync(ids, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && !Races.IsBusy(e))
        {
            return false;
        }
    }

    private async Task DoAloneAsync(Guid id, CancellationToken ct)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                await DoAsync([id], ct);
                return;
            }
            catch (Exception e) when (i < Tries && Races.IsLost(e))
            {
                // Another look, at what the other has made of it.
            }
            catch (Exception e) when (!ct.IsCancellationRequested && !Races.IsBusy(e))
            {
                Failed(log, id, e);
                await DoAsync([id], ct, "Something failed here, not in the story. It has been logged; ask whoever keeps the site.");
                return;
            }
        }
    }

    private async Task<bool> DoAsync(IReadOnlyList<Guid> ids, CancellationToken ct, string? broken = null)
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            var acts = await db.TimedActs.Where(a => ids.Contains(a.Id) && a.Status == TimedStatus.Waiting).OrderBy(a => a.DueAt).ThenBy(a => a.Id).ToListAsync(ct);
            if (acts.DistinctBy(a => a.ArticleId).Count() < acts.Count) return false; // one article goes and comes in order
            var done = new List<LiveChange>();
            foreach (var act in acts)
                if (await DoAsync(act, broken, ct) is { } change) done.Add(change);
            await desk.FinishAsync(done, ct);
            await transaction.CommitAsync(ct);
        }
        await changes.CatchUpAsync(ct);
        outbox.Wake();
        return true;
    }

    private async Task<LiveChange?> DoAsync(TimedAct act, string? broken, CancellationToken ct)
    {
        var article = await db.Articles.FirstAsync(a => a.Id == act.ArticleId, ct);
        if ((broken ?? await AgainstAsync(article, act, ct)) is { } fault)
        {
            act.Settle(TimedStatus.Failed, clock.GetUtcNow(), fault);
            if (act.Kind is TimedKind.Publish) article.MissDue(fault);
            record.Add(article, act.RevisionId, article.State, ArticleAct.ScheduleFailed, Actor.Schedule, fault);
            await letters.FailedAsync(article, act, fault, ct);
            return null;
        }
        act.Settle(TimedStatus.Done, clock.GetUtcNow());
        var why = $"scheduled by {act.MadeBy}";
        if (act.Kind is TimedKind.Withdraw) return (await publication.TakeAsync(article, new(act.Reason!.Value, act.Note, act.Target), Actor.Schedule, act.Why ?? why, ct)).Change;
        article.AwaitNothing();
        var revision = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == act.RevisionId, ct);
        return (await publication.ShowAsync(article, revision, Actor.Schedule, why, ArticleAct.Published, ct)).Change;
    }

    // The same rules as when the minute was chosen: much may have happened since.
    private async Task<string?> AgainstAsync(Article article, TimedAct act, CancellationToken ct)
    {
        if (act.Kind is TimedKind.Withdraw) return article.IsLive ? null : "Readers do not see this story, so there is nothing to withdraw.";
        var revision = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == act.RevisionId, ct);
        if (article.LiveId is { } live && await db.Revisions.AnyAsync(r => r.Id == live && r.SavedAt > revision.SavedAt, ct)) return "Readers already see words that were saved later than these.";
        return await gates.AgainstAsync(article, revision, clock.GetUtcNow(), ct) switch
        {
            null => null,
            ActOutcome.Stopped stopped => stopped.Words,
            ActOutcome.Refused(var why) => why,
            _ => "Something stands against it.",
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The timed act {Act} failed")]
    private static partial void Failed(ILogger log, Guid act, Exception e);
}
