using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Another person's eyes before words go to readers: sent for review, taken back, sent back with a note, approved.</summary>
internal sealed class Review(NewsDb db, ApprovalRules rules, ReviewLetters letters, OpenActs open, StoryRecord record, StoryTransaction transaction, ICurrentAccount who, TimeProvider clock)
{
    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 1000;

    /// <summary>Sends the newest revision for review.</summary>
    public Task<ActOutcome> SubmitAsync(Guid id, Guid revision, string? note, CancellationToken ct) => transaction.OnNewestAsync(id, revision, async (article, head) =>
    {
        if (FaultOf(note) is { } fault) return Step.Refused(fault);
        if (article.LiveId == head.Id) return Step.Refused("Readers see these words already.");
        if (article.Work is not WorkState.Draft) return Step.Unchanged(article);
        var from = article.State;
        article.Submit(Actor.Of(who), clock.GetUtcNow());
        record.Add(article, head.Id, from, ArticleAct.Submitted, Actor.Of(who), note);
        return Step.Kept(article);
    }, ct);

    /// <summary>Takes a story back from review, to go on writing.</summary>
    public Task<ActOutcome> TakeBackAsync(Guid id, CancellationToken ct) => transaction.OnArticleAsync(id, null, async article =>
    {
        if (article.Work is WorkState.Draft) return Step.Unchanged(article);
        if (article.Work is WorkState.Approved) return Step.Refused("It is approved. An editor sends it back; or change it, which ends the approval.");
        var from = article.State;
        article.BackToWriting();
        record.Add(article, article.HeadId, from, ArticleAct.TakenBack, Actor.Of(who), null);
        return Step.Kept(article);
    }, ct);

    /// <summary>Gives a story in review, or an approved one, back to its writers, with a note on what is missing. They get it by mail as well.</summary>
    /// <param name="id">The article.</param>
    /// <param name="note">What is missing.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <param name="revision">The newest revision; null for whichever that is.</param>
    public Task<ActOutcome> SendBackAsync(Guid id, string? note, CancellationToken ct, Guid? revision = null) => transaction.OnArticleAsync(id, revision, async article =>
    {
        if (note is not { Length: > 0 and <= LongestNote }) return Step.Refused($"Say what is missing, in up to {LongestNote:N0} characters; the writer reads it.");
        if (article.Work is WorkState.Draft) return Step.Refused("This story is not in review.");
        var from = article.State;
        await letters.SentBackAsync(article, note, ct);
        if (article.Work is WorkState.Approved) await open.DropAsync(article, TimedKind.Publish, ct);
        article.BackToWriting();
        record.Add(article, article.HeadId, from, ArticleAct.SentBack, Actor.Of(who), note);
        return Step.Kept(article);
    }, ct);

    /// <summary>Approves the newest revision. From those who wrote it, that counts once another person has approved it too.</summary>
    public Task<ActOutcome> ApproveAsync(Guid id, Guid revision, string? note, CancellationToken ct) => transaction.OnNewestAsync(id, revision, async (article, head) =>
    {
        if (FaultOf(note) is { } fault) return Step.Refused(fault);
        if (article.LiveId == head.Id) return Step.Refused("Readers see these words already.");
        if (article.Work is WorkState.Draft) return Step.Refused("Nobody has sent these words for review yet.");
        var (by, now, approvals) = (Actor.Of(who), clock.GetUtcNow(), await rules.OfAsync(head.Id, ct));
        if (article.Work is WorkState.Approved || approvals.Any(a => a.ById == by.Id)) return Step.Unchanged(article);
        var approval = new Approval
        {
            Id = Guid.CreateVersion7(now),
            ArticleId = id,
            RevisionId = head.Id,
            ById = by.Id!.Value,
            By = by.Name,
            At = now,
            Note = note,
            IsIndependent = !(await rules.WritersAsync(article, head, ct)).Contains(by.Id!.Value),
        };
        db.Add(approval);
        var (from, suffices) = (article.State, ApprovalRules.Suffice([.. approvals, approval]));
        if (suffices)
        {
            await letters.ApprovedAsync(article, ct);
            article.Approve(head.Id, now);
        }
        record.Add(article, head.Id, from, suffices ? ArticleAct.Approved : ArticleAct.Countersigned, by, note);
        return Step.Kept(article);
    }, ct);

    /// <summary>Says that somebody else has looked at a publication without approval.</summary>
    public Task<ActOutcome> LookAsync(Guid forced, string? finding, CancellationToken ct) => transaction.RunAsync(async () =>
    {
        if (await db.ForcedPublications.FirstOrDefaultAsync(f => f.Id == forced, ct) is not { } publication) return Step.Against(new ActOutcome.NoArticle());
        var article = await db.Articles.FirstAsync(a => a.Id == publication.ArticleId, ct);
        if (FaultOf(finding) is { } fault) return Step.Refused(fault);
        if (publication.ById == who.Id) return Step.Refused("You published it yourself; somebody else has to look at it.");
        if (publication.ReviewedAt is not null) return Step.Unchanged(article);
        publication.Review(who.Id, who.Name, clock.GetUtcNow(), finding);
        record.Add(article, publication.RevisionId, article.State, ArticleAct.ForceReviewed, Actor.Of(who), finding);
        return Step.Kept(article);
    }, ct);

    private static string? FaultOf(string? note) => note is { Length: > LongestNote } ? $"The note has {note.Length:N0} characters; {LongestNote:N0} is the most." : null;
}
