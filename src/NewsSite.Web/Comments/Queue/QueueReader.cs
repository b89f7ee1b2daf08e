using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments.Queue;

/// <summary>A page of a list of comments.</summary>
/// <param name="Entries">The comments.</param>
/// <param name="Next">Where the next page begins; null for none.</param>
internal sealed record QueueSlice(IReadOnlyList<QueueEntry> Entries, QueuePlace? Next);

/// <summary>How many comments wait; no number is above <see cref="QueueReader.MostCounted"/>.</summary>
/// <param name="Pending">For a moderator.</param>
/// <param name="Reported">Because a reader reported them.</param>
/// <param name="Appeals">Because their writer appeals.</param>
internal sealed record WaitingCounts(int Pending, int Reported, int Appeals)
{
    /// <summary>All together.</summary>
    public int Total => Pending + Reported + Appeals;

    /// <summary>That of a shelf; null for one that is not counted.</summary>
    public int? On(QueueShelf shelf) => shelf switch
    {
        QueueShelf.Pending => Pending,
        QueueShelf.Reported => Reported,
        QueueShelf.Appeals => Appeals,
        _ => null,
    };

    /// <summary>A number as people read it.</summary>
    public static string Words(int count) => count < QueueReader.MostCounted ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{QueueReader.MostCounted}+";
}

/// <summary>Lists comments by time, each page from where the one before ended: a range of an index, however many there are.</summary>
internal sealed class QueueReader(NewsDb db, QueueEntries entries)
{
    /// <summary>Comments on a page.</summary>
    public const int PageSize = 20;

    /// <summary>What is counted at most.</summary>
    public const int MostCounted = 500;

    /// <summary>A page of a shelf.</summary>
    public Task<QueueSlice> PageAsync(QueueShelf shelf, QueuePlace? after, CancellationToken ct) => PageAsync(On(shelf, after), ct);

    /// <summary>A page of what one reader wrote, the newest first.</summary>
    public Task<QueueSlice> OfWriterAsync(Guid commenter, QueuePlace? after, CancellationToken ct)
    {
        var theirs = db.Comments.Where(c => c.CommenterId == commenter);
        if (after is { } place) theirs = theirs.Where(c => c.At <= place.At && (c.At < place.At || c.Id < place.Id));
        return PageAsync(theirs.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => new Key(c.Id, c.At)), ct);
    }

    /// <summary>How many lie behind a place of a shelf, at most a few pages of them.</summary>
    public Task<int> CountAfterAsync(QueueShelf shelf, QueuePlace after, CancellationToken ct) => On(shelf, after).Take(5 * PageSize).CountAsync(ct);

    /// <summary>How many wait.</summary>
    public async Task<WaitingCounts> CountAsync(CancellationToken ct) => new(
        await db.Comments.Where(c => c.State == CommentState.Pending).OrderBy(c => c.At).Take(MostCounted).CountAsync(ct),
        await db.Comments.Where(c => c.ReportedAt > DateTimeOffset.UnixEpoch).OrderBy(c => c.ReportedAt).Take(MostCounted).CountAsync(ct),
        await db.CommentAppeals.Where(a => a.DecidedAt == null).OrderBy(a => a.DecidedAt).ThenBy(a => a.At).Take(MostCounted).CountAsync(ct));

    private async Task<QueueSlice> PageAsync(IQueryable<Key> range, CancellationToken ct)
    {
        var keys = await range.Take(PageSize + 1).ToListAsync(ct);
        var page = keys.Take(PageSize).Select(k => new QueuePlace(k.At, k.Id)).ToList();
        return new(await entries.OfAsync(page, ct), keys.Count > PageSize ? page[^1] : null);
    }

    private IQueryable<Key> On(QueueShelf shelf, QueuePlace? after) => shelf switch
    {
        QueueShelf.Pending => Oldest(CommentState.Pending, after),
        QueueShelf.Reported => Reported(after ?? new(DateTimeOffset.UnixEpoch, default)),
        QueueShelf.Appeals => Appeals(after ?? new(DateTimeOffset.UnixEpoch, default)),
        QueueShelf.Approved => Newest(CommentState.Approved, after),
        QueueShelf.Refused => Newest(CommentState.Refused, after),
        _ => Newest(CommentState.Spam, after),
    };

    private IQueryable<Key> Oldest(CommentState state, QueuePlace? after)
    {
        var there = db.Comments.Where(c => c.State == state);
        if (after is { } place) there = there.Where(c => c.At >= place.At && (c.At > place.At || c.Id > place.Id));
        return there.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new Key(c.Id, c.At));
    }

    private IQueryable<Key> Newest(CommentState state, QueuePlace? after)
    {
        var there = db.Comments.Where(c => c.State == state);
        if (after is { } place) there = there.Where(c => c.At <= place.At && (c.At < place.At || c.Id < place.Id));
        return there.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => new Key(c.Id, c.At));
    }

    private IQueryable<Key> Reported(QueuePlace after) =>
        db.Comments.Where(c => c.ReportedAt >= after.At && (c.ReportedAt > after.At || c.Id > after.Id)).OrderBy(c => c.ReportedAt).ThenBy(c => c.Id).Select(c => new Key(c.Id, c.ReportedAt!.Value));

    // The first of the order is the same for all; with it, PostgreSQL too reads the index in its order.
    private IQueryable<Key> Appeals(QueuePlace after) =>
        db.CommentAppeals.Where(a => a.DecidedAt == null && a.At >= after.At && (a.At > after.At || a.CommentId > after.Id)).OrderBy(a => a.DecidedAt).ThenBy(a => a.At).ThenBy(a => a.CommentId).Select(a => new Key(a.CommentId, a.At));

    private sealed record Key(Guid Id, DateTimeOffset At);
}
