using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

/// <summary>Every hour: forgets the hashes of network addresses and their keys after 30 days, and comments whose writer never confirmed the address.</summary>
internal sealed class ForgetOldTraces(IDbContextFactory<NewsDb> databases, AddressKeys keys, TimeProvider clock, ILogger<ForgetOldTraces> log) : EveryHour(clock, log, "Old traces of commenters could not be forgotten")
{
    /// <summary>Forgets what has had its time.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var before = Clock.GetUtcNow() - AddressKeys.Life;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Comments.Where(c => c.AddressHash != null && c.At < before).ExecuteUpdateAsync(s => s.SetProperty(c => c.AddressHash, (string?)null), ct);
        await db.CommentReports.Where(r => r.AddressHash != null && r.At < before).ExecuteUpdateAsync(s => s.SetProperty(r => r.AddressHash, (string?)null), ct);
        await keys.ForgetAsync(db, ct);
        var (comments, writers) = (db.Comments, db.Commenters);
        var asked = Clock.GetUtcNow() - CommentLetters.ConfirmLife; // nobody's comment goes while the link to confirm it is good
        await comments.Where(c => c.At < before && (c.State == CommentState.Unconfirmed || ((c.State == CommentState.Spam || c.State == CommentState.Refused) && writers.Any(w => w.Id == c.CommenterId && w.ConfirmedAt == null)))
            && !writers.Any(w => w.Id == c.CommenterId && w.ConfirmedAt == null && w.AskedAt > asked)).ExecuteDeleteAsync(ct);
        await db.Commenters.Where(c => c.ConfirmedAt == null && c.BlockedAt == null && c.SeenAt < before && !comments.Any(w => w.CommenterId == c.Id)).ExecuteDeleteAsync(ct);
        await keys.PrepareAsync(ct);
    }

    protected override Task DoAsync(CancellationToken ct) => ForgetAsync(ct);
}
