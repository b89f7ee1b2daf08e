using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Data.Migrations;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Audit;

/// <summary>Whether the record is whole, from its first entry to the last, and names the first that is not as it was written.</summary>
internal sealed class AuditDoctor(IDbContextFactory<NewsDb> databases) : IDoctorCheck
{
    private const string Remedy = "Keep this database as evidence, compare it with backups and exports of the record, and find out who could write to it.";

    public string Name => "Audit trail";

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // The head is read first: what is written meanwhile comes after it.
        var head = await db.AuditHead.AsNoTracking().FirstOrDefaultAsync(h => h.Id == 1, ct);
        if (head is null) return [$"its end is not known any more: the row of table AuditHead is gone. {Remedy}"];
        return await ChainFaultAsync(db, head, ct) is { } fault ? [$"{fault} {Remedy}"] : await GuardFaultsAsync(db, ct);
    }

    private static async Task<string?> ChainFaultAsync(NewsDb db, AuditHead head, CancellationToken ct)
    {
        var (number, previous, goesOn) = (0L, AuditHash.Beginning, false);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            goesOn = number == head.Number;
            if (goesOn) break;
            if (entry.Number != number + 1) return entry.Number > number + 1 ? $"entry {number + 1} is missing." : $"entry {entry.Number} was slipped in.";
            if (entry.Previous != previous) return $"entry {entry.Number} does not follow from the one before it: one of the two was changed.";
            if (entry.Hash != AuditHash.Of(entry, previous)) return $"entry {entry.Number} ({AuditHash.TimeOf(entry)}) was changed after it was written.";
            (number, previous) = (entry.Number, entry.Hash);
        }
        if (number < head.Number) return $"entry {number + 1} is missing, and all after it up to {head.Number}.";
        if (previous != head.Hash) return $"entry {number}, the last, is not the one that was written last.";
        return goesOn && !await db.AuditHead.AnyAsync(h => h.Number > head.Number, ct) ? $"entry {number + 1} was added past its end." : null;
    }

    private static async Task<IReadOnlyList<string>> GuardFaultsAsync(NewsDb db, CancellationToken ct)
    {
        var guards = await db.Database.SqlQueryRaw<string>(db.IsSqlite
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'").ToListAsync(ct);
        return [.. AuditGuards.Names(db.IsSqlite).Except(guards, StringComparer.Ordinal).Select(g => $"the database no longer refuses changes to it: trigger {g} is gone or off. {Remedy}")];
    }
}
