using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NewsSite.Web.Data;

/// <summary>Tells writes that met another one from those that are wrong.</summary>
internal static class Races
{
    private const int SqliteUnique = 2067, SqlitePrimaryKey = 1555, SqliteBusy = 5, SqliteLocked = 6;

    /// <summary>Whether another write was faster: the row has changed since it was read, a unique value was taken meanwhile, or each waited for the other. Whoever tries again sees what the other made of it.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        _ => e.InnerException is { } inner && IsLost(inner),
    };

    /// <summary>Whether the store was held for so long by something else, such as an import, that this was given up.</summary>
    public static bool IsBusy(Exception e) =>
        e is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } || (e.InnerException is { } inner && IsBusy(inner));
}
