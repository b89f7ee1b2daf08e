using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments.Deciding;

/// <summary>Keeps the places of an article's threads, and of the answers in each, in step with what readers see, so that any page of them is one range of an index.</summary>
internal static class Places
{
    extension(NewsDb db)
    {
        /// <summary>One writer at a time for the threads of an article; before anything is read that decides on a place. SQLite has but one writer anyway.</summary>
        public async Task LockThreadsAsync(Guid article, CancellationToken ct)
        {
            if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({article.ToString()}, 7))", ct);
        }

        /// <summary>Gives a comment and its thread their places or takes them, after the comment's state was saved. A thread is seen while any comment in it is.</summary>
        public async Task PlaceAsync(Guid comment, CancellationToken ct)
        {
            var row = await FindAsync(db, comment, ct);
            if (row.Thread != row.Id) await SettleAsync(db, row, row.State is CommentState.Approved, ct);
            var top = row.Thread == row.Id ? row : await FindAsync(db, row.Thread, ct);
            await SettleAsync(db, top, await db.Comments.AnyAsync(c => c.ThreadId == top.Id && c.State == CommentState.Approved, ct), ct);
        }
    }

    private static Task<Row> FindAsync(NewsDb db, Guid id, CancellationToken ct) =>
        db.Comments.AsNoTracking().Where(c => c.Id == id).Select(c => new Row(c.Id, c.ListId, c.ThreadId, c.At, c.Position, c.State)).FirstAsync(ct);

    private static Task SettleAsync(NewsDb db, Row row, bool isSeen, CancellationToken ct) => (isSeen, row.Position) switch
    {
        (true, null) => InsertAsync(db, row, ct),
        (false, { } place) => RemoveAsync(db, row, place, ct),
        _ => Task.CompletedTask,
    };

    // What is newer than all that is seen, as nearly always, goes to the end at once.
    private static async Task InsertAsync(NewsDb db, Row row, CancellationToken ct)
    {
        var (id, list, at) = (row.Id, row.List, row.At);
        var last = await db.Comments.Where(c => c.ListId == list && c.Position != null).OrderByDescending(c => c.Position).Select(c => new { c.Position, c.At, c.Id }).FirstOrDefaultAsync(ct);
        var place = (last?.Position ?? 0) + 1;
        if (last is not null && (at < last.At || (at == last.At && id.CompareTo(last.Id) < 0)))
        {
            place = 1 + (await db.Comments.Where(c => c.ListId == list && c.Position != null && (c.At < at || (c.At == at && c.Id < id))).MaxAsync(c => c.Position, ct) ?? 0);
            await db.Comments.Where(c => c.ListId == list && c.Position >= place).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, c => c.Position + 1), ct);
        }
        await db.Comments.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, place), ct);
    }

    private static async Task RemoveAsync(NewsDb db, Row row, int place, CancellationToken ct)
    {
        var (id, list) = (row.Id, row.List);
        await db.Comments.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, (int?)null), ct);
        await db.Comments.Where(c => c.ListId == list && c.Position > place).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, c => c.Position - 1), ct);
    }

    private sealed record Row(Guid Id, Guid List, Guid Thread, DateTimeOffset At, int? Position, CommentState State);
}
