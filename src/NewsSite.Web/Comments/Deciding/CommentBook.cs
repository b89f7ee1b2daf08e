using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Articles;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Comments.Deciding;

/// <summary>
/// Decides on comments. Each act is one transaction: it checks the version that the moderator saw, keeps the decision for good, leaves an entry in the record, tells by mail
/// whom it concerns, and readers' pages change before the answer.
/// </summary>
internal sealed partial class CommentBook(NewsDb db, ChangeFeed changes, ICurrentAccount who, IActs acts, Outbox outbox, CommentLetters letters, TimeProvider clock)
{
    /// <summary>Most characters of a moderator's sentence.</summary>
    public const int LongestSentence = 500;

    /// <summary>How long a mail about a decision is kept back, so that taking the decision back takes the mail back.</summary>
    public static readonly TimeSpan MailWait = TimeSpan.FromMinutes(2);

    private const string Overruled = "Another moderator has decided on the appeal against your decision, and that stands.";

    private static readonly TimeSpan OneMoment = TimeSpan.FromSeconds(1); // from the decision to its mail: rather told twice than not at all
    private static readonly TimeSpan OpenTime = TimeSpan.FromMinutes(2);
    private DateTimeOffset _now; // one for all that an act writes: by it, what a decision settled is found again

    /// <summary>Shows it to readers, or leaves a reported one where it is.</summary>
    public Task<Decided> ApproveAsync(Guid id, int version, CancellationToken ct) =>
        DecideAsync(id, version, new(CommentAct.Approved, CommentState.Approved, CommentReason.NothingFound, null), ct);

    /// <summary>Takes it from readers, or never shows it. Its writer is told why.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="reason">One of <see cref="CommentReasons.ForRefusal"/>.</param>
    /// <param name="sentence">A sentence to the writer; null for none.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<Decided> RefuseAsync(Guid id, int version, CommentReason reason, string? sentence, CancellationToken ct)
    {
        var said = NewsSite.Core.Content.Plain.Line(sentence);
        if (!CommentReasons.ForRefusal.Contains(reason)) return Fault("reason", "Choose a reason.");
        if (said?.Length > LongestSentence) return Fault("sentence", $"This has {said.Length:n0} characters; at most {LongestSentence:n0} are taken.");
        return await DecideAsync(id, version, new(CommentAct.Refused, CommentState.Refused, reason, said), ct);
    }

    /// <summary>Takes it for spam; nobody is told, but who reported it or appeals.</summary>
    public Task<Decided> SpamAsync(Guid id, int version, CancellationToken ct) =>
        DecideAsync(id, version, new(CommentAct.CalledSpam, CommentState.Spam, CommentReason.Advertising, null), ct);

    /// <summary>Takes the last decision of a moderator back.</summary>
    public Task<Decided> UndoAsync(Guid id, int version, CancellationToken ct) => InOneGoAsync(id, version, async (comment, story) =>
    {
        var last = await db.CommentDecisions.AsNoTracking().Where(d => d.CommentId == id).OrderByDescending(d => d.Id).FirstAsync(ct);
        if (last.Act is not (CommentAct.Approved or CommentAct.Refused or CommentAct.CalledSpam) || last.To != comment.State) return new Decided.Refused("There is no decision on this comment that can be taken back.");
        if (await LostAppealAsync(comment, ct)) return new Decided.Refused(Overruled);
        await ReopenAsync(comment, last, ct);
        await TakeMailBackAsync(comment, isSeen: last.From is CommentState.Approved, ct);
        await TellAgainAsync(comment, last, story, ct);
        return await MoveAsync(comment, story, new(CommentAct.Undone, last.From, CommentReason.NothingFound, null), ct);
    }, ct);

    /// <summary>
    /// Has the comment open for two minutes, so that nobody else decides on it meanwhile. Asking again goes on from now. One that has changed since it was seen stays closed:
    /// a request that arrives after the decision it came before would keep others from it for nothing.
    /// </summary>
    /// <param name="id">The comment.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>The name of another moderator who has it open; null when none has; empty when there is no such comment.</returns>
    public async Task<string?> OpenAsync(Guid id, int version, CancellationToken ct)
    {
        var (me, now) = (who.Id, clock.GetUtcNow());
        var taken = await db.Comments.Where(c => c.Id == id && c.Version == version && (c.OpenedUntil == null || c.OpenedUntil <= now || c.OpenedById == me))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.OpenedById, me).SetProperty(c => c.OpenedBy, who.Name).SetProperty(c => c.OpenedUntil, now + OpenTime), ct);
        if (taken == 1) return null;
        var opened = await db.Comments.Where(c => c.Id == id).Select(c => new { c.OpenedById, c.OpenedBy, c.OpenedUntil }).FirstOrDefaultAsync(ct);
        return opened is null ? "" : opened.OpenedUntil > now && opened.OpenedById != me ? opened.OpenedBy : null;
    }

    /// <summary>Lets others have it.</summary>
    public Task CloseAsync(Guid id, CancellationToken ct)
    {
        var me = who.Id;
        return db.Comments.Where(c => c.Id == id && c.OpenedById == me)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.OpenedById, (Guid?)null).SetProperty(c => c.OpenedBy, (string?)null).SetProperty(c => c.OpenedUntil, (DateTimeOffset?)null), ct);
    }

    private Task<Decided> DecideAsync(Guid id, int version, Wanted wanted, CancellationToken ct) => InOneGoAsync(id, version, async (comment, story) =>
    {
        if (comment.State is CommentState.Unconfirmed) return new Decided.Refused("Its writer has not confirmed the e-mail address yet.");
        var appeal = await db.CommentAppeals.FirstOrDefaultAsync(a => a.CommentId == id, ct);
        if (comment.State == wanted.To && comment.ReportedAt is null && appeal is not { DecidedAt: null }) return new Decided.Done(comment);
        // Whoever has not been told yet of the decision before is told of this one.
        var untold = _now - MailWait;
        var isAppealed = appeal is not null && (appeal.DecidedAt is null || appeal.DecidedAt > untold);
        if (isAppealed && appeal!.AgainstId == who.Id) return new Decided.Refused("Its writer appeals against your own decision; another moderator decides.");
        if (await LostAppealAsync(comment, ct)) return new Decided.Refused(Overruled);
        await TakeMailBackAsync(comment, isSeen: wanted.To is CommentState.Approved, ct);
        var reports = await db.CommentReports.Where(r => r.CommentId == id && (r.DecidedAt == null || r.DecidedAt > untold)).ToListAsync(ct);
        if (isAppealed) (appeal!.DecidedAt, appeal.DecidedById, appeal.IsUpheld) = (_now, who.Id, wanted.To is CommentState.Approved);
        if (wanted.To is CommentState.Approved && await AskForAddressAsync(comment, story, ct)) return await MoveAsync(comment, story, wanted with { To = CommentState.Unconfirmed }, ct);
        var writer = await WriterAsync(comment, ct);
        var isTold = wanted.To is CommentState.Refused || (wanted.To is CommentState.Spam && (isAppealed || reports.Count > 0)); // spam is told nothing, but who has a question open gets an answer
        if (writer is not null && isTold) Tell(comment, letters.Refused(writer, comment, story, wanted.Reason, wanted.Sentence, mayAppeal: appeal is null));
        if (writer is not null && wanted.To is CommentState.Approved && isAppealed) Tell(comment, letters.AppealUpheld(writer, comment, story));
        if (reports.Count > 0) TellReporters(reports, comment, story, writer, wanted.To is not CommentState.Approved);
        comment.ReportedAt = null;
        return await MoveAsync(comment, story, wanted, ct);
    }, ct);

    private async Task<Decided> MoveAsync(Comment comment, StoryOfLetter story, Wanted wanted, CancellationToken ct)
    {
        var from = comment.State;
        comment.State = wanted.To;
        comment.Version++;
        (comment.OpenedById, comment.OpenedBy, comment.OpenedUntil) = (null, null, null);
        db.Add(DecisionOf(comment, from, wanted, who.Id, who.Name));
        acts.Add(db, new(ActOf(wanted.Act), $"{WordOf(wanted.Act)} a comment on {Plain.Quoted(story.Headline)}") { Article = comment.ArticleId, Subject = $"comments/{comment.Id}", Why = wanted.Sentence ?? (wanted.Act is CommentAct.Refused ? wanted.Reason.Text : null) });
        if (wanted.To is CommentState.Approved && from is not CommentState.Approved) await TellAnsweredAsync(comment, story, canBeTakenBack: true, ct);
        await ShowAsync(comment, isChanged: from != wanted.To && (from is CommentState.Approved || wanted.To is CommentState.Approved), ct);
        return new Decided.Done(comment);
    }

    // Places and pages follow what was saved; a comment that readers neither saw nor see changes none.
    private async Task ShowAsync(Comment comment, bool isChanged, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (!isChanged) return;
        await db.PlaceAsync(comment.Id, ct);
        await db.AnnounceAsync([CommentTag.Of(comment.ArticleId)], _now, ct);
    }

    private CommentDecision DecisionOf(Comment comment, CommentState from, Wanted wanted, Guid? account, string by) =>
        new() { CommentId = comment.Id, At = _now, Act = wanted.Act, AccountId = account, By = by, From = from, To = wanted.To, Reason = wanted.Reason, Sentence = wanted.Sentence };

    private static Decided.Faulty Fault(string field, string message) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = message });

    private static string ActOf(CommentAct act) => act switch
    {
        CommentAct.Approved => "comment.approved",
        CommentAct.Refused => "comment.refused",
        CommentAct.CalledSpam => "comment.called-spam",
        CommentAct.Answered => "comment.answered",
        _ => "comment.decision-undone",
    };

    private static string WordOf(CommentAct act) => act switch
    {
        CommentAct.Approved => "approved",
        CommentAct.Refused => "refused",
        CommentAct.CalledSpam => "called spam",
        CommentAct.Answered => "answered",
        _ => "took back the decision on",
    };

    private sealed record Wanted(CommentAct Act, CommentState To, CommentReason Reason, string? Sentence);
}
