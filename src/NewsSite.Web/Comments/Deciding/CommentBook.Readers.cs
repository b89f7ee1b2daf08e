using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Content;
using NewsSite.Web.Comments.Moderation;

namespace NewsSite.Web.Comments.Deciding;

internal sealed partial class CommentBook
{
    /// <summary>Most characters of a report or an appeal.</summary>
    public const int LongestPlea = 1_000;

    private const int MostReports = 5;

    /// <summary>Answers a comment as somebody of the newsroom. Readers see the answer at once, with a badge.</summary>
    public async Task<Decided> AnswerAsync(Guid id, string? words, CancellationToken ct)
    {
        var text = Plain.Text(words);
        if (text.Length == 0) return Fault("words", "Write an answer.");
        if (text.Length > Comment.Longest) return Fault("words", $"This has {text.Length:n0} characters; at most {Comment.Longest:n0} are taken.");
        return await InOneGoAsync(id, null, async (answered, story) =>
        {
            if (answered.State is not CommentState.Approved) return new Decided.Refused("Readers do not see this comment. Approve it first.");
            var answer = new Comment
            {
                Id = Guid.CreateVersion7(_now),
                ArticleId = answered.ArticleId,
                ThreadId = answered.ThreadId,
                AnswersId = answered.Id,
                AccountId = who.Id,
                Name = who.Name,
                Badge = BadgeOf(who.Role),
                Words = text,
                State = CommentState.Approved,
                Verdict = CommentState.Approved,
                At = _now,
            };
            db.Add(answer);
            db.Add(DecisionOf(answer, CommentState.Approved, new(CommentAct.Answered, CommentState.Approved, CommentReason.NothingFound, null), who.Id, who.Name));
            acts.Add(db, new("comment.answered", $"answered a comment on {Plain.Quoted(story.Headline)}") { Article = answered.ArticleId, Subject = $"comments/{answer.Id}" });
            await TellAnsweredAsync(answer, story, canBeTakenBack: false, ct);
            await ShowAsync(answer, isChanged: true, ct);
            return new Decided.Done(answer);
        }, ct);
    }

    /// <summary>Takes a reader's report. Readers go on seeing the comment; a moderator looks at it again, whatever was decided before.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="reason">One of <see cref="CommentReasons.ForRefusal"/>.</param>
    /// <param name="words">The same in the reader's words; null for none.</param>
    /// <param name="email">Where the outcome is sent; null for nowhere.</param>
    /// <param name="address">Hashes of the reader's network address, today's first.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public Task<Decided> ReportAsync(Guid id, CommentReason reason, string? words, string? email, IReadOnlyList<string> address, CancellationToken ct) => InOneGoAsync(id, null, async (comment, story) =>
    {
        if (comment.State is not CommentState.Approved) return new Decided.Absent();
        var since = _now - Steps.Lately;
        if (await db.CommentReports.CountAsync(r => address.Contains(r.AddressHash!) && r.At > since, ct) >= MostReports) return new Decided.Refused("Many reports have come from your connection in the last ten minutes. Wait a little and send it again.");
        db.Add(new CommentReport { Id = Guid.CreateVersion7(_now), CommentId = id, At = _now, Reason = reason, Words = Plain.Text(words), Email = email, AddressHash = address.Count > 0 ? address[0] : null });
        comment.ReportedAt ??= _now;
        comment.Version++;
        db.Add(DecisionOf(comment, CommentState.Approved, new(CommentAct.Reported, CommentState.Approved, reason, null), null, "reader"));
        await db.SaveChangesAsync(ct);
        return new Decided.Done(comment);
    }, ct);

    /// <summary>Takes its writer's appeal against a refusal: one, which another moderator decides.</summary>
    public Task<Decided> AppealAsync(Guid id, string words, CancellationToken ct) => InOneGoAsync(id, null, async (comment, story) =>
    {
        if (comment.State is not (CommentState.Refused or CommentState.Spam) || comment.ErasedAt is not null) return new Decided.Refused("This comment is not refused, or not any more.");
        if (await db.CommentAppeals.AnyAsync(a => a.CommentId == id, ct)) return new Decided.Refused("You have appealed already.");
        var against = await db.CommentDecisions.AsNoTracking().Where(d => d.CommentId == id && (d.Act == CommentAct.Refused || d.Act == CommentAct.CalledSpam)).OrderByDescending(d => d.Id).Select(d => d.AccountId).FirstOrDefaultAsync(ct);
        db.Add(new CommentAppeal { CommentId = id, At = _now, Words = words, AgainstId = against });
        comment.Version++;
        db.Add(DecisionOf(comment, comment.State, new(CommentAct.Appealed, comment.State, CommentReason.Appealed, null), null, "writer"));
        await db.SaveChangesAsync(ct);
        return new Decided.Done(comment);
    }, ct);

    private static string BadgeOf(Newsroom.Role role) => role is Newsroom.Role.Administrator ? "Newsroom" : role.ToString();
}
