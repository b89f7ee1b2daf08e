using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Data;

/// <summary>Brings the database to this program's schema, one process at a time.</summary>
public sealed partial class Upgrade(IDbContextFactory<NewsDb> databases, DataPlace place, ILogger<Upgrade> log)
{
    /// <summary>Runs the migrations that are missing.</summary>
    /// <returns>Their names, in order; empty when there were none.</returns>
    /// <exception cref="StartupFault">The database cannot be reached, is locked, or belongs to a newer program.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        place.Prepare();
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var only = db.IsSqlite ? await LockAsync(ct) : null;
            if (db.IsSqlite) await PrepareSqliteAsync(db, ct);
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var done = await db.Database.CanConnectAsync(ct) ? await db.Database.GetAppliedMigrationsAsync(ct) : [];
            if (done.FirstOrDefault(m => !known.Contains(m)) is { } newer)
                throw new StartupFault($"The database has been upgraded by a newer NewsSite (it knows “{newer}”, this program does not). Start that program, or restore a backup.");
            string[] missing = [.. known.Except(done).Order(StringComparer.Ordinal)];
            if (missing.Length > 0) await db.Database.MigrateAsync(ct);
            foreach (var name in missing) Migrated(log, name);
            return missing;
        }
        catch (DbException e)
        {
            throw new StartupFault($"The database ({Named}) cannot be opened: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private string Named => place.Provider is DataProvider.Sqlite ? $"SQLite in {place.Directory}" : "PostgreSQL, ConnectionStrings:NewsSite";

    // EF's own lock on SQLite is a row that outlives a killed process; the operating system's lock does not.
    private async Task<FileStream> LockAsync(CancellationToken ct)
    {
        var file = Path.Combine(place.Directory, ".upgrade-lock");
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 300)
            {
                await Task.Delay(100, ct);
            }
            catch (IOException)
            {
                throw new StartupFault($"Another NewsSite has been upgrading the database for 30 seconds (it holds {file}). Wait for it, or stop it.");
            }
        }
    }

    private static async Task PrepareSqliteAsync(NewsDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        // Readers never wait for the writer, and an acknowledged save survives a power cut (synchronous is FULL unless somebody lowers it).
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Database upgraded: {Migration}")]
    private static partial void Migrated(ILogger log, string migration);
}
