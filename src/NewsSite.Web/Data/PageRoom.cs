using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web.Data;

/// <summary>How much of the database SQLite keeps in memory for the connection that is open. PostgreSQL keeps its own for all.</summary>
internal static class PageRoom
{
    /// <summary>What SQLite keeps when nobody asks for more, in KiB (its documentation of cache_size).</summary>
    public const int Usual = 2000;

    extension(NewsDb db)
    {
        /// <summary>Keeps at most so many KiB of pages. What is written by the thousand comes back to the same pages of its indexes, which would otherwise go out and in again.</summary>
        public async Task KeepPagesAsync(int kibibytes, CancellationToken ct)
        {
            if (db.IsSqlite) await db.Database.ExecuteSqlRawAsync(FormattableString.Invariant($"PRAGMA cache_size = -{kibibytes}"), ct);
        }
    }
}
