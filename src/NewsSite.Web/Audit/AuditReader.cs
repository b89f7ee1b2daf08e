using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Audit;

/// <summary>A page of the record.</summary>
/// <param name="Entries">The latest first.</param>
/// <param name="HasNewer">Whether there are later ones.</param>
/// <param name="HasOlder">Whether there are earlier ones.</param>
public sealed record AuditList(IReadOnlyList<AuditEntry> Entries, bool HasNewer, bool HasOlder);

/// <summary>Reads the record by time, each page from where the one before ended: however long the record is and however far back the page lies, it takes the same.</summary>
public sealed class AuditReader(NewsDb db)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The latest entries, or those before or after one.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="before">Number of the entry after them; null for none.</param>
    /// <param name="after">Number of the entry before them; null for none. Left aside when <paramref name="before"/> is given.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<AuditList> PageAsync(AuditFilter filter, long? before, long? after, CancellationToken ct)
    {
        if (before is { } later && await TimeOfAsync(later, ct) is { } end)
        {
            var earlier = await TakeAsync(Before(filter, end, later), filter, PageSize + 1, ct);
            return new([.. earlier.Take(PageSize)], true, earlier.Count > PageSize);
        }
        if (before is null && after is { } first && await TimeOfAsync(first, ct) is { } start)
        {
            var found = await TakeAsync(After(filter, start, first), filter, PageSize + 1, ct);
            if (found.Count > PageSize) return new([.. found.Take(PageSize).Reverse()], true, true);
        }
        var latest = await TakeAsync(Before(filter, null, 0), filter, PageSize + 1, ct);
        return new([.. latest.Take(PageSize)], false, latest.Count > PageSize);
    }

    /// <summary>All entries that are wanted, the earliest first, a thousand at a time: nothing is held open for a slow reader.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int some = 1_000;
        var (at, number) = (DateTimeOffset.UnixEpoch, 0L);
        while (true)
        {
            var found = await TakeAsync(After(filter, at, number), filter, some, ct);
            foreach (var entry in found) yield return entry;
            if (found.Count < some) yield break;
            (at, number) = (found[^1].At, found[^1].Number);
        }
    }

    /// <summary>Every kind of act that the record holds. Leaps from kind to kind through the index rather than reading it all.</summary>
    public Task<List<string>> ActsAsync(CancellationToken ct) => db.Database.SqlQuery<string>($"""
        WITH RECURSIVE kinds("Act") AS (
            SELECT (SELECT "Act" FROM "AuditEntries" ORDER BY "Act" LIMIT 1)
            UNION ALL
            SELECT (SELECT e."Act" FROM "AuditEntries" AS e WHERE e."Act" > kinds."Act" ORDER BY e."Act" LIMIT 1) FROM kinds WHERE kinds."Act" IS NOT NULL)
        SELECT "Act" AS "Value" FROM kinds WHERE "Act" IS NOT NULL
        """).ToListAsync(ct);

    private async Task<DateTimeOffset?> TimeOfAsync(long number, CancellationToken ct) =>
        await db.AuditEntries.Where(e => e.Number == number).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);

    private IQueryable<AuditEntry> Before(AuditFilter filter, DateTimeOffset? at, long number)
    {
        var range = filter.RangeOf(db.AuditEntries.AsNoTracking());
        if (at is { } end) range = range.Where(e => e.At <= end && (e.At < end || e.Number < number));
        return range.OrderByDescending(e => e.At).ThenByDescending(e => e.Number);
    }

    private IQueryable<AuditEntry> After(AuditFilter filter, DateTimeOffset at, long number) =>
        filter.RangeOf(db.AuditEntries.AsNoTracking()).Where(e => e.At >= at && (e.At > at || e.Number > number)).OrderBy(e => e.At).ThenBy(e => e.Number);

    private static async Task<List<AuditEntry>> TakeAsync(IQueryable<AuditEntry> range, AuditFilter filter, int most, CancellationToken ct) =>
        await (filter.IsRange ? range.Take(most) : range).AsAsyncEnumerable().Where(filter.Has).Take(most).ToListAsync(ct);
}
