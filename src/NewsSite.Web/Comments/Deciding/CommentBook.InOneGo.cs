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
            await TellAnsweredAsync(comment, story, ct);
        }
        await ShowAsync(comment, isSeen, ct);
    }

    /// <summary>The reader who wrote it, for mail: null for the newsroom, an erased one, and one who never confirmed.</summary>
    private async Task<Commenter?> WriterAsync(Comment comment, CancellationToken ct) =>
        comment.CommenterId is { } id ? await db.Commenters.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ConfirmedAt != null, ct) : null;

    /// <summary>Tells the one whom a comment answers, once, now that readers see it.</summary>
    private async Task TellAnsweredAsync(Comment answer, StoryOfLetter story, CancellationToken ct)
    {
        if (answer.AnswersId is not { } answered || answer.ToldAt is not null) return;
        var about = await db.Comments.AsNoTracking().FirstAsync(c => c.Id == answered, ct);
        if (about.CommenterId == answer.CommenterId || await WriterAsync(about, ct) is not { AnswersStoppedAt: null, BlockedAt: null } reader) return;
        answer.ToldAt = _now;
        outbox.Add(db, letters.Answered(reader, answer, story));
    }

    private async Task TellReportersAsync(Comment comment, StoryOfLetter story, Commenter? writer, bool isUpheld, CancellationToken ct)
    {
        comment.ReportedAt = null;
        var reports = await db.CommentReports.Where(r => r.CommentId == comment.Id && r.DecidedAt == null).ToListAsync(ct);
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
    private Task<int> TakeMailBackAsync(Comment comment, CancellationToken ct)
    {
        var about = AboutOf(comment);
        return db.Set<OutgoingMail>().Where(m => m.About == about && m.ClaimedUntil == null && m.DueAt != null).ExecuteDeleteAsync(ct);
    }

    private static string AboutOf(Comment comment) => $"comments/{comment.Id}";
}
