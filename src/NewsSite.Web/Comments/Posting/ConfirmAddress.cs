using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Comments.Posting;

/// <summary>Takes a commenter's word that the address is theirs: what they wrote goes where the steps of moderation sent it.</summary>
internal sealed class ConfirmAddress(NewsDb db, CommentBook book, ChangeFeed changes, Outbox outbox, TimeProvider clock)
{
    /// <summary>What waits for the confirmation of an address: it may have come from several people.</summary>
    public async Task<IReadOnlyList<Comment>> WaitingAsync(Guid commenter, CancellationToken ct) =>
        await db.Comments.AsNoTracking().Where(c => c.CommenterId == commenter && c.State == CommentState.Unconfirmed).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(ct);

    /// <summary>Confirms the address and those comments whose writer says that they are theirs; what they leave out does not appear. Doing it again changes nothing.</summary>
    /// <param name="commenter">Whose address it is.</param>
    /// <param name="theirs">Ids of their comments.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>The newest of the comments that this confirmed; the newest of all when it confirmed none; null when there is no such commenter.</returns>
    public Task<Comment?> ConfirmAsync(Guid commenter, IReadOnlyList<Guid> theirs, CancellationToken ct)
    {
        return db.InOneGoAsync(async transaction =>
        {
            if (await db.Commenters.FirstOrDefaultAsync(c => c.Id == commenter, ct) is not { } writer) return null;
            writer.ConfirmedAt ??= clock.GetUtcNow();
            var waiting = await db.Comments.Where(c => c.CommenterId == commenter && c.State == CommentState.Unconfirmed && theirs.Contains(c.Id)).OrderBy(c => c.ArticleId).ThenBy(c => c.At).ToListAsync(ct);
            foreach (var comment in waiting) await ConfirmAsync(comment, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            outbox.Wake();
            return waiting.MaxBy(c => c.At) ?? await db.Comments.AsNoTracking().Where(c => c.CommenterId == commenter).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        }, ct);
    }

    private async Task ConfirmAsync(Comment comment, CancellationToken ct)
    {
        comment.State = comment.Verdict;
        comment.Version++;
        db.Add(new CommentDecision { CommentId = comment.Id, At = clock.GetUtcNow(), Act = CommentAct.Confirmed, By = "writer", From = CommentState.Unconfirmed, To = comment.State, Reason = CommentReason.NothingFound });
        await book.ArriveAsync(comment, await db.StoryOfAsync(comment.ArticleId, ct), ct);
    }
}
