using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Data;

/// <summary>Whether the data directory can be written.</summary>
internal sealed class DirectoryDoctor(DataPlace place) : IDoctorCheck
{
    public string Name => "Data directory";

    public bool NeedsDatabase => false;

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        if (!Directory.Exists(place.Directory)) return Task.FromResult<IReadOnlyList<string>>([$"“{place.Directory}” does not exist yet: the first start makes it, or set Data:Directory."]);
        try
        {
            place.Prepare();
            return Task.FromResult<IReadOnlyList<string>>([]);
        }
        catch (StartupFault fault)
        {
            return Task.FromResult<IReadOnlyList<string>>([fault.Message]);
        }
    }
}

/// <summary>Whether the database can be reached, is whole, and has this program's form.</summary>
internal sealed class DatabaseDoctor(IDbContextFactory<NewsDb> databases, DataPlace place) : IDoctorCheck
{
    public string Name => "Database";

    public bool NeedsDatabase => false; // it is the one that tells

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        if (place.Provider is DataProvider.Sqlite && !File.Exists(new SqliteConnectionStringBuilder(place.ConnectionString).DataSource))
            return ["there is none yet: start the site once, or run “migrate”."];
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.Database.OpenConnectionAsync(ct);
            return [.. await FormFaultsAsync(db, ct), .. db.IsSqlite ? await DamageAsync(db, ct) : []];
        }
        catch (DbException e)
        {
            return [$"it cannot be reached or read: {e.Message.ReplaceLineEndings(" ")}"];
        }
    }

    private static async Task<IReadOnlyList<string>> FormFaultsAsync(NewsDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        var done = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (done.FirstOrDefault(m => !known.Contains(m)) is { } newer) return [$"a newer NewsSite has upgraded it (it knows “{newer}”): start that program, or restore a backup."];
        var missing = known.Except(done).ToList();
        return missing.Count == 0 ? [] : [$"it lacks {string.Join(", ", missing)}: run “migrate”, or start the site."];
    }

    private static async Task<IReadOnlyList<string>> DamageAsync(NewsDb db, CancellationToken ct)
    {
        var damage = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(ct);
        var dangling = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(ct);
        return
        [
            .. damage.Where(d => d != "ok").Take(5).Select(d => $"the file is damaged ({d}): restore a backup."),
            .. dangling.Select(t => $"rows of {t} lead to rows that are gone: restore a backup."),
        ];
    }
}
