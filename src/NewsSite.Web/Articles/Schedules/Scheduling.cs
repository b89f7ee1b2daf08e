using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Schedules;

/// <summary>A minute that somebody chose.</summary>
/// <param name="At">On the clock on the wall, such as "2026-10-25 06:00"; null when nothing was given.</param>
/// <param name="IsSecond">Of a minute that exists twice, whether the later one is meant; null when that was not said.</param>
internal readonly record struct ChosenMinute(WallTime? At, bool? IsSecond);

/// <summary>Lets articles go live, or be withdrawn, at a chosen minute.</summary>
internal sealed class Scheduling(
    NewsDb db, Gates gates, OpenActs open, StoryRecord record, StoryTransaction transaction, ICurrentAccount who, Site site, TimeProvider clock)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366 * 2);

    /// <summary>Has a revision go live at a minute: the newest, or the one that waits already. Every rule of publication is looked at now, and again then.</summary>
    public Task<ActOutcome> PublishAtAsync(Guid id, Guid revision, ChosenMinute minute, CancellationToken ct) => transaction.OnArticleAsync(id, null, async article =>
    {
        if (article.HeadId is not { } headId) return Step.Against(new ActOutcome.NoArticle());
        var waiting = await open.FindAsync(id, TimedKind.Publish, ct);
        if (revision != headId && revision != waiting?.RevisionId) return Step.Against(new ActOutcome.NotNewest(await RevisionAsync(headId, ct)));
        if (article.LiveId == revision) return Step.Refused("Readers see these words already.");
        if (FaultOf(minute, out var due) is { } fault) return Step.Refused(fault);
        var words = await RevisionAsync(revision, ct);
        if (await gates.AgainstAsync(article, words, due, ct) is { } against) return Step.Against(against);
        var withdrawal = await open.FindAsync(id, TimedKind.Withdraw, ct);
        if (withdrawal is { Status: TimedStatus.Waiting } && withdrawal.DueAt <= due) return Step.Refused($"Its withdrawal is scheduled for {site.Spoken(withdrawal.DueAt)}, which is no later. Choose an earlier minute, or give up that withdrawal.");
        waiting?.Settle(TimedStatus.Cancelled, clock.GetUtcNow());
        await db.SaveChangesAsync(ct); // one waits at a time
        var from = article.State;
        Add(article, TimedKind.Publish, minute, due, revision, null, null);
        article.Await(due, minute.At!.Value.ToString());
        record.Add(article, revision, from, ArticleAct.Scheduled, Actor.Of(who), null, site.Spoken(due));
        return Step.Kept(article);
    }, ct);

    /// <summary>Has an article withdrawn at a minute.</summary>
    /// <param name="id">The article.</param>
    /// <param name="withdrawal">Why, and what readers will meet.</param>
    /// <param name="minute">When.</param>
    /// <param name="why">For colleagues and the record; null for nothing more.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <param name="revision">The newest revision; null for whichever that is.</param>
    public Task<ActOutcome> WithdrawAtAsync(Guid id, Withdrawal withdrawal, ChosenMinute minute, string? why, CancellationToken ct, Guid? revision = null) => transaction.OnArticleAsync(id, revision, async article =>
    {
        if (withdrawal.FaultFor(article.Slug) is { } wrong) return Step.Refused(wrong);
        if (FaultOf(minute, out var due) is { } fault) return Step.Refused(fault);
        if (!article.IsLive && !(article.DueAt < due)) return Step.Refused("Readers do not see this story then, so there will be nothing to withdraw. Publish or schedule it first.");
        (await open.FindAsync(id, TimedKind.Withdraw, ct))?.Settle(TimedStatus.Cancelled, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        Add(article, TimedKind.Withdraw, minute, due, null, withdrawal, why);
        record.Add(article, article.LiveId, article.State, ArticleAct.WithdrawalScheduled, Actor.Of(who), why, site.Spoken(due));
        return Step.Kept(article);
    }, ct);

    /// <summary>Moves what an article waits for to another minute, with the same rules.</summary>
    public async Task<ActOutcome> MoveAsync(Guid act, ChosenMinute minute, CancellationToken ct)
    {
        if (await db.TimedActs.AsNoTracking().Open().FirstOrDefaultAsync(a => a.Id == act, ct) is not { } waiting) return new ActOutcome.Refused("This is not waiting any more: it has happened, or somebody has changed it. Reload the page.");
        return waiting.Kind is TimedKind.Publish
            ? await PublishAtAsync(waiting.ArticleId, waiting.RevisionId!.Value, minute, ct)
            : await WithdrawAtAsync(waiting.ArticleId, new(waiting.Reason!.Value, waiting.Note, waiting.Target), minute, waiting.Why, ct);
    }

    /// <summary>Gives up what an article waits for of a kind. Does nothing when it waits for nothing.</summary>
    /// <param name="id">The article.</param>
    /// <param name="kind">What is given up.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <param name="revision">The newest revision; null for whichever that is.</param>
    public Task<ActOutcome> GiveUpAsync(Guid id, TimedKind kind, CancellationToken ct, Guid? revision = null) => transaction.OnArticleAsync(id, revision, async article =>
    {
        var from = article.State;
        if (!await open.DropAsync(article, kind, ct)) return Step.Unchanged(article);
        record.Add(article, article.HeadId, from, kind is TimedKind.Publish ? ArticleAct.Unscheduled : ArticleAct.WithdrawalUnscheduled, Actor.Of(who), null);
        return Step.Kept(article);
    }, ct);

    /// <summary>What is wrong with a chosen minute, in words; null when nothing is.</summary>
    public string? FaultOf(ChosenMinute minute, out DateTimeOffset due)
    {
        due = default;
        if (minute.At is not { Time: not null } wall) return "Choose a day and a minute, such as 2026-10-24 06:00.";
        if (wall.IsSkippedIn(site.Zone)) return $"{wall} does not exist: the clocks go forward over it that night. Choose a time before or after.";
        if (wall.IsTwiceIn(site.Zone) && minute.IsSecond is null) return $"{wall} happens twice, because the clocks go back that night. Say whether the first or the second is meant.";
        due = wall.InZone(site.Zone, minute.IsSecond is true).ToUniversalTime();
        if (due <= clock.GetUtcNow()) return $"{site.Spoken(due)} has passed. Choose a minute that is still to come.";
        return due - clock.GetUtcNow() > Furthest ? $"{site.Spoken(due)} is more than two years away. Choose an earlier minute." : null;
    }

    private void Add(Article article, TimedKind kind, ChosenMinute minute, DateTimeOffset due, Guid? revision, Withdrawal? withdrawal, string? why) => db.Add(new TimedAct
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        ArticleId = article.Id,
        Kind = kind,
        RevisionId = revision,
        Wall = minute.At!.Value.ToString(),
        Zone = site.Zone.Id,
        DueAt = due,
        MadeById = who.Id,
        MadeBy = who.Name,
        MadeAt = clock.GetUtcNow(),
        Why = why,
        Reason = withdrawal?.Reason,
        Note = withdrawal?.Note,
        Target = withdrawal?.To,
    });

    private Task<Revision> RevisionAsync(Guid id, CancellationToken ct) => db.Revisions.AsNoTracking().FirstAsync(r => r.Id == id, ct);
}
