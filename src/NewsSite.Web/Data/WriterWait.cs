using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace NewsSite.Web.Data;

/// <summary>
/// Has SQLite itself wait while another connection writes: it asks again after a millisecond, then after some. Its client, told that the place is taken, sleeps for 150 ms,
/// in which nobody may be writing at all. The client's own time limit ends what takes longer.
/// </summary>
internal sealed class WriterWait : DbConnectionInterceptor
{
    /// <summary>How long it waits before the client looks at its time limit, in milliseconds.</summary>
    public const int Longest = 1_000;

    /// <summary>The same for all, so that the model is made once.</summary>
    public static readonly WriterWait One = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection) => raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, Longest);
}
