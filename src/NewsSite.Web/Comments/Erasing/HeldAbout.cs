using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Comments.Erasing;

/// <summary>A copy of everything that is held about an e-mail address, in comments and elsewhere, and its erasure. Decisions stay: they name nobody but the newsroom.</summary>
internal sealed class HeldAbout(NewsDb db, AddressHash hashes, IEnumerable<IHeldElsewhere> elsewhere, CommentLetters letters, Outbox outbox, ChangeFeed changes, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The copy, as JSON for people to read and programs to take.</summary>
    public async Task<string> CopyAsync(string email, CancellationToken ct)
    {
        var writer = await db.Commenters.AsNoTracking().FirstOrDefaultAsync(c => c.Email == email, ct);
        var id = writer?.Id;
        var comments = id is null ? [] : await db.Comments.AsNoTracking().Where(c => c.CommenterId == id).OrderBy(c => c.At)
            .Select(c => new { c.Id, c.At, Story = db.Set<Article>().Where(a => a.Id == c.ArticleId).Select(a => a.Slug).First(), c.Name, c.Words, State = c.State.ToString(), c.AddressHash }).ToListAsync(ct);
        Guid[] ids = [.. comments.Select(c => c.Id)];
        var decisions = await db.CommentDecisions.AsNoTracking().Where(d => ids.Contains(d.CommentId)).OrderBy(d => d.Id).ToListAsync(ct);
        var appeals = await db.CommentAppeals.AsNoTracking().Where(a => ids.Contains(a.CommentId)).ToListAsync(ct);
        var reports = await db.CommentReports.AsNoTracking().Where(r => r.Email == email).OrderBy(r => r.At).ToListAsync(ct);
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.To == email).OrderBy(m => m.QueuedAt).Select(m => new { m.QueuedAt, m.Subject, m.Text }).ToListAsync(ct);
        var others = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var other in elsewhere) others[other.Name] = await other.CopyAsync(email, ct);
        return JsonSerializer.Serialize(new
        {
            Email = email,
            Commenter = writer is null ? null : new { writer.Name, writer.SeenAt, writer.ConfirmedAt, writer.AnswersStoppedAt, writer.BlockedAt, writer.BlockedWhy },
            Comments = comments,
            Decisions = decisions.Select(d => new { d.CommentId, d.At, Act = d.Act.ToString(), To = d.To.ToString(), Reason = d.Reason.ToString(), d.Sentence }),
            Appeals = appeals.Select(a => new { a.CommentId, a.At, a.Words, a.DecidedAt, a.IsUpheld }),
            Reports = reports.Select(r => new { r.CommentId, r.At, Reason = r.Reason.ToString(), r.Words, r.DecidedAt, r.IsUpheld }),
            MailsOnTheirWay = mails,
            Elsewhere = others,
        }, Json);
    }

    /// <summary>Erases it all. Comments with answers leave a place without name and words; all else is gone from readers' pages.</summary>
    public async Task EraseAsync(string email, CancellationToken ct)
    {
        await db.InOneGoAsync(async transaction =>
        {
            await EraseRowsAsync(email, ct);
            foreach (var other in elsewhere) await other.EraseAsync(email, ct);
            await transaction.CommitAsync(ct);
            await changes.CatchUpAsync(ct);
            outbox.Wake();
            return true;
        }, ct);
    }

    private async Task EraseRowsAsync(string email, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var writer = await db.Commenters.FirstOrDefaultAsync(c => c.Email == email, ct);
        var id = writer?.Id;
        var comments = id is null ? [] : await db.Comments.Where(c => c.CommenterId == id).OrderBy(c => c.ArticleId).ThenBy(c => c.At).ToListAsync(ct);
        Guid[] ids = [.. comments.Select(c => c.Id)];
        foreach (var article in comments.Select(c => c.ArticleId).Distinct()) await db.LockThreadsAsync(article, ct);
        var seen = comments.Where(c => c.State is CommentState.Approved).ToList();
        foreach (var comment in comments)
        {
            db.Add(new CommentDecision { CommentId = comment.Id, At = now, Act = CommentAct.Erased, By = "writer", From = comment.State, To = CommentState.Refused, Reason = CommentReason.WriterAsked });
            (comment.CommenterId, comment.Name, comment.Words, comment.AddressHash, comment.WordsHash) = (null, "", "", null, null);
            (comment.State, comment.ErasedAt, comment.ReportedAt) = (CommentState.Refused, now, null);
            comment.Version++;
        }
        if (writer is not null) db.Remove(writer);
        if (writer?.BlockedAt is not null && await hashes.OfAsync(email, ct) is var hash && !await db.Set<BlockedAddress>().AnyAsync(a => a.Hash == hash, ct)) db.Add(new BlockedAddress { Hash = hash, At = now });
        await db.SaveChangesAsync(ct);
        // What others were sent of these words and waits still, such as “answered you”, quotes them.
        await db.Set<OutgoingMail>().Where(m => m.To == email).ExecuteDeleteAsync(ct);
        foreach (var gone in ids.Select(i => i.ToString())) await db.Set<OutgoingMail>().Where(m => m.Text.Contains(gone)).ExecuteDeleteAsync(ct);
        await db.CommentAppeals.Where(a => ids.Contains(a.CommentId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Words, "").SetProperty(a => a.DecidedAt, a => a.DecidedAt ?? now), ct);
        await TellReportersAsync(comments, email, now, ct);
        await db.CommentReports.Where(r => r.Email == email).ExecuteUpdateAsync(s => s.SetProperty(r => r.Email, (string?)null).SetProperty(r => r.Words, "").SetProperty(r => r.AddressHash, (string?)null), ct);
        foreach (var comment in seen) await db.PlaceAsync(comment.Id, ct);
        if (seen.Count > 0) await db.AnnounceAsync(seen.Select(c => CommentTag.Of(c.ArticleId)), now, ct);
    }

    // Nobody can decide any more on what others had reported.
    private async Task TellReportersAsync(IReadOnlyList<Comment> erased, string email, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var comment in erased)
        {
            var (id, untold) = (comment.Id, now - CommentBook.MailWait); // the mail that it stays has gone with all that leads to it
            var reports = await db.CommentReports.Where(r => r.CommentId == id && (r.DecidedAt == null || (r.DecidedAt > untold && r.IsUpheld == false))).ToListAsync(ct);
            if (reports.Count == 0) continue;
            var story = await db.StoryOfAsync(comment.ArticleId, ct);
            foreach (var report in reports) (report.DecidedAt, report.IsUpheld) = (now, true);
            foreach (var reporter in reports.Select(r => r.Email).OfType<string>().Where(e => e != email).Distinct(StringComparer.Ordinal)) outbox.Add(db, letters.ReportedIsGone(reporter, story));
        }
        await db.SaveChangesAsync(ct);
    }
}
