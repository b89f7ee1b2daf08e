using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Comments.Deciding;

/// <summary>Keeps the places of an article's threads in step with what readers see, so that any page of them is one range of an index.</summary>
internal static class PlaceThreads
{
    extension(NewsDb db)
    {
        /// <summary>One writer at a time for the threads of an article; before anything is read that decides on a place. SQLite has but one writer anyway.</summary>
        public async Task LockThreadsAsync(Guid article, CancellationToken ct)
        {
            if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({article.ToString()}, 7))", ct);
        }

        /// <summary>Gives a thread its place or takes it, after the state of one of its comments was saved. A thread is seen while any comment in it is.</summary>
        public async Task PlaceThreadAsync(Guid thread, CancellationToken ct)
        {
            var isSeen = await db.Comments.AnyAsync(c => c.ThreadId == thread && c.State == CommentState.Approved, ct);
            var top = await db.Comments.AsNoTracking().Where(c => c.Id == thread).Select(c => new { c.ArticleId, c.At, c.Position }).FirstAsync(ct);
            if (isSeen == top.Position is not null) return;
            if (isSeen) await InsertAsync(db, thread, top.ArticleId, top.At, ct);
            else await RemoveAsync(db, thread, top.ArticleId, top.Position!.Value, ct);
        }
    }

    // What is newer than all that is seen, as nearly always, goes to the end at once.
    private static async Task InsertAsync(NewsDb db, Guid thread, Guid article, DateTimeOffset at, CancellationToken ct)
    {
        var last = await db.Comments.Where(c => c.ArticleId == article && c.Position != null).OrderByDescending(c => c.Position).Select(c => new { c.Position, c.At, c.Id }).FirstOrDefaultAsync(ct);
        var place = (last?.Position ?? 0) + 1;
        if (last is not null && (at < last.At || (at == last.At && thread.CompareTo(last.Id) < 0)))
        {
            place = 1 + (await db.Comments.Where(c => c.ArticleId == article && c.Position != null && (c.At < at || (c.At == at && c.Id < thread))).MaxAsync(c => c.Position, ct) ?? 0);
            await db.Comments.Where(c => c.ArticleId == article && c.Position >= place).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, c => c.Position + 1), ct);
        }
        await db.Comments.Where(c => c.Id == thread).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, place), ct);
    }

    private static async Task RemoveAsync(NewsDb db, Guid thread, Guid article, int place, CancellationToken ct)
    {
        await db.Comments.Where(c => c.Id == thread).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, (int?)null), ct);
        await db.Comments.Where(c => c.ArticleId == article && c.Position > place).ExecuteUpdateAsync(s => s.SetProperty(c => c.Position, c => c.Position - 1), ct);
    }
}
