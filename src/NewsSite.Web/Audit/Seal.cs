using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Audit;

/// <summary>
/// Gives entries their numbers and hashes, right before their transaction commits. The row of <see cref="AuditHead"/> is the turn: whoever has changed it comes next in the chain,
/// and the others wait until that commit, on both databases and in every process.
/// </summary>
internal sealed class Seal : ILastRows
{
    public Type Row => typeof(AuditEntry);

    public async Task WriteAsync(NewsDb db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var heads = await db.Database.SqlQuery<Head>($"""UPDATE "AuditHead" SET "Number" = "Number" + {rows.Count} WHERE "Id" = 1 RETURNING "Number", "Hash" """).ToListAsync(ct);
        if (heads is not [var head]) throw new InvalidOperationException("The audit trail has lost its head (table AuditHead); “doctor” tells more.");
        var (number, previous) = (head.Number - rows.Count, head.Hash);
        foreach (var act in rows.Cast<AuditEntry>().OrderByDescending(e => e.Number))
        {
            var entry = Number(act, ++number, previous);
            var hash = AuditHash.Of(entry, previous);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "AuditEntries" ("Number", "At", "AccountId", "By", "Act", "ArticleId", "Subject", "Words", "Why", "Previous", "Hash")
                VALUES ({entry.Number}, {entry.At.UtcDateTime}, {entry.AccountId}, {entry.By}, {entry.Act}, {entry.ArticleId}, {entry.Subject}, {entry.Words}, {entry.Why}, {previous}, {hash})
                """, ct);
            previous = hash;
        }
        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditHead" SET "Hash" = {previous} WHERE "Id" = 1""", ct);
    }

    private static AuditEntry Number(AuditEntry act, long number, string previous) => new()
    {
        Number = number,
        At = act.At,
        AccountId = act.AccountId,
        By = act.By,
        Act = act.Act,
        ArticleId = act.ArticleId,
        Subject = act.Subject,
        Words = act.Words,
        Why = act.Why,
        Previous = previous,
        Hash = "",
    };

    private sealed record Head(long Number, string Hash);
}
