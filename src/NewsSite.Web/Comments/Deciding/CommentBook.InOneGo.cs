using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Comments.Deciding;

internal sealed partial class CommentBook
{
    // Of two moderators the later is told what the earlier did.
    private Task<Decided> InOneGoAsync(Guid id, int? version, Func<Comment, StoryOfLetter, Task<Decided>> act, CancellationToken ct)
    {
        return db.InOneGoAsync(async transaction =>
        {
            _now = clock.GetUtcNow();
            if (await db.Comments.Where(c => c.Id == id).Select(c => (Guid?)c.ArticleId).FirstOrDefaultAsync(ct) is not { } article) return new Decided.Absent();
            await db.LockThreadsAsync(article, ct);
            var comment = await db.Comments.FirstAsync(c => c.Id == id, ct);
            if (version is { } seen && await LostAsync(comment, seen, ct) is { } lost) return lost;
            var outcome = await act(comment, await db.StoryOfAsync(article, ct));
            if (outcome is not Decided.Done) return outcome;
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            outbox.Wake();
            return outcome;
        }, ct);
    }

    private async Task<Decided.Lost?> LostAsync(Comment comment, int version, CancellationToken ct)
    {
        if (comment.Version != version)
        {
            var last = await db.CommentDecisions.AsNoTracking().Where(d => d.CommentId == comment.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct);
            var what = last?.Act switch
            {
                CommentAct.Approved => $"{last.By} approved it",
                CommentAct.Refused => $"{last.By} refused it: {last.Reason.Text}",
                CommentAct.CalledSpam => $"{last.By} called it spam",
                CommentAct.Undone => $"{last.By} took the last decision back",
                CommentAct.Reported => "a reader reported it",
                CommentAct.Appealed => "its writer appealed",
                CommentAct.Erased => "its writer had it erased",
                _ => "it has changed",
            };
            return new($"Since you saw this comment, {what}.", comment.State, comment.Version);
        }
        return comment.OpenedUntil > _now && comment.OpenedById is { } other && other != who.Id
            ? new($"{comment.OpenedBy} has this comment open.", comment.State, comment.Version) : null;
    }

    /// <summary>Saves a comment that has just come, or was confirmed, inside the caller's transaction; if readers see it, it takes its place and whom it answers is told.</summary>
    public async Task ArriveAsync(Comment comment, StoryOfLetter story, CancellationToken ct)
    {
        _now = clock.GetUtcNow();
        var isSeen = comment.State is CommentState.Approved;
        if (isSeen)
        {
            await db.LockThreadsAsync(comment.ArticleId, ct);
            await TellAnsweredAsync(comment, story, canBeTakenBack: false, ct);
        }
        await ShowAsync(comment, isSeen, ct);
    }

    /// <summary>The reader who wrote it, for mail: null for the newsroom, an erased one, and one who never confirmed.</summary>
    private async Task<Commenter?> WriterAsync(Comment comment, CancellationToken ct) =>
        comment.CommenterId is { } id ? await db.Commenters.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ConfirmedAt != null, ct) : null;

    /// <summary>Tells the one whom a comment answers, once, now that readers see it.</summary>
    private async Task TellAnsweredAsync(Comment answer, StoryOfLetter story, bool canBeTakenBack, CancellationToken ct)
    {
        if (answer.AnswersId is not { } answered || answer.ToldAt is not null) return;
        var about = await db.Comments.AsNoTracking().FirstAsync(c => c.Id == answered, ct);
        if (about.CommenterId == answer.CommenterId || await WriterAsync(about, ct) is not { AnswersStoppedAt: null, BlockedAt: null } reader) return;
        answer.ToldAt = _now;
        outbox.Add(db, letters.Answered(reader, answer, story), canBeTakenBack ? MailWait : null, canBeTakenBack ? AnswerOf(answer) : null);
    }

    // What looked like spam of somebody who has not confirmed the address was told nothing; found good, its writer is asked for that first.
    private async Task<bool> AskForAddressAsync(Comment comment, StoryOfLetter story, CancellationToken ct)
    {
        if (comment.CommenterId is not { } id || await db.Commenters.FirstOrDefaultAsync(c => c.Id == id && c.ConfirmedAt == null, ct) is not { } writer) return false;
        comment.Verdict = CommentState.Approved;
        writer.AskedAt = _now;
        Tell(comment, letters.Confirm(writer, story));
        return true;
    }

    /// <summary>Whether another moderator has found an appeal right against a decision of whoever acts, and nobody has reported the comment since.</summary>
    private Task<bool> LostAppealAsync(Comment comment, CancellationToken ct)
    {
        var (id, me) = (comment.Id, who.Id);
        return db.CommentAppeals.AnyAsync(a => a.CommentId == id && a.AgainstId == me && a.IsUpheld == true && !db.Set<CommentReport>().Any(r => r.CommentId == id && r.At > a.DecidedAt), ct);
    }

    // What an undone decision had taken out of the post goes back into it.
    private async Task TellAgainAsync(Comment comment, CommentDecision undone, StoryOfLetter story, CancellationToken ct)
    {
        if (undone.To is CommentState.Unconfirmed && comment.CommenterId is { } asked) await db.Commenters.Where(c => c.Id == asked).ExecuteUpdateAsync(s => s.SetProperty(c => c.AskedAt, (DateTimeOffset?)null), ct);
        if (undone.From is not CommentState.Refused || comment.ReportedAt is not null || await WriterAsync(comment, ct) is not { } writer) return;
        var (id, before) = (comment.Id, undone.At - MailWait);
        var refusal = await db.CommentDecisions.AsNoTracking().Where(d => d.CommentId == id && d.Id < undone.Id && d.Act == CommentAct.Refused).OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct);
        if (refusal?.At > before) Tell(comment, letters.Refused(writer, comment, story, refusal.Reason, refusal.Sentence, mayAppeal: !await db.CommentAppeals.AnyAsync(a => a.CommentId == id, ct)));
    }

    private void TellReporters(IReadOnlyList<CommentReport> reports, Comment comment, StoryOfLetter story, Commenter? writer, bool isUpheld)
    {
        foreach (var report in reports) (report.DecidedAt, report.IsUpheld) = (_now, isUpheld);
        foreach (var email in reports.Select(r => r.Email).OfType<string>().Distinct(StringComparer.Ordinal)) Tell(comment, letters.Reported(email, comment, story, isUpheld));
        if (writer is not null && !isUpheld) Tell(comment, letters.Kept(writer, comment, story));
    }

    // Reports and appeals that the decision had settled wait again.
    private async Task ReopenAsync(Comment comment, CommentDecision last, CancellationToken ct)
    {
        var reports = await db.CommentReports.Where(r => r.CommentId == comment.Id && r.DecidedAt == last.At).ToListAsync(ct);
        foreach (var report in reports) (report.DecidedAt, report.IsUpheld) = (null, null);
        if (reports.Count > 0) comment.ReportedAt = reports.Min(r => r.At);
        if (await db.CommentAppeals.FirstOrDefaultAsync(a => a.CommentId == comment.Id && a.DecidedAt == last.At, ct) is { } appeal) (appeal.DecidedAt, appeal.DecidedById, appeal.IsUpheld) = (null, null, null);
    }

    // Kept back for as long as the decision can be taken back in silence.
    private void Tell(Comment comment, Letter letter) => outbox.Add(db, letter, MailWait, AboutOf(comment));

    // Whatever was to tell of the decision before, to its writer and to those who reported it. One that a sender has in hand has gone.
    private async Task TakeMailBackAsync(Comment comment, bool isSeen, CancellationToken ct)
    {
        await TakeBackAsync(AboutOf(comment), ct);
        if (!isSeen && await TakeBackAsync(AnswerOf(comment), ct) > 0) comment.ToldAt = null;
    }

    // An older mail that a server kept waiting belongs to a decision that stood: it goes.
    private Task<int> TakeBackAsync(string about, CancellationToken ct)
    {
        var since = _now - MailWait + OneMoment;
        return db.Set<OutgoingMail>().Where(m => m.About == about && m.ClaimedUntil == null && m.DueAt != null && m.QueuedAt > since).ExecuteDeleteAsync(ct);
    }

    private static string AnswerOf(Comment comment) => $"{AboutOf(comment)}/answer";

    private static string AboutOf(Comment comment) => $"comments/{comment.Id}";
}
