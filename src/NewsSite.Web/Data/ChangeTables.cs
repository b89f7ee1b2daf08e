using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web.Data;

/// <summary>The rows that say what readers' pages are out of date.</summary>
public static class ChangeTables
{
    private const int TagsInARow = 500;
    private const long AppendLock = 0x4E65777353697465; // "NewsSite"

    extension(NewsDb db)
    {
        /// <summary>The changes, in no order.</summary>
        public IQueryable<Change> Changes => db.Set<Change>();

        /// <summary>
        /// Says, inside the open transaction, which page tags it touches. Rows come in the order of commits:
        /// SQLite has one writer at a time, and on PostgreSQL a lock is held until the commit.
        /// </summary>
        public async Task AnnounceAsync(IEnumerable<string> tags, DateTimeOffset now, CancellationToken ct)
        {
            if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AppendLock})", ct);
            foreach (var some in tags.Distinct(StringComparer.Ordinal).Chunk(TagsInARow)) db.Add(new Change { At = now, Tags = some });
            await db.SaveChangesAsync(ct);
        }
    }
}
