using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NewsSite.Web.Data;

/// <summary>Tells a value that must be unique and is there already from other failures.</summary>
internal static class Doubles
{
    private const int SqliteUnique = 2067, SqlitePrimaryKey = 1555;

    extension(NewsDb db)
    {
        /// <summary>Whether a save failed because a unique value or key was taken meanwhile.</summary>
        public bool IsDouble(DbUpdateException e) => e.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
    }
}
