using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>How often somebody has tried one e-mail address or one account's codes of late.</summary>
internal sealed class SignInTry
{
    public required string Key { get; init; }

    public required int Count { get; init; }

    public required DateTimeOffset Until { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SignInTry>
    {
        public void Configure(EntityTypeBuilder<SignInTry> builder)
        {
            builder.ToTable("SignInTries");
            builder.HasKey(t => t.Key);
            builder.HasIndex(t => t.Until);
        }
    }
}

/// <summary>
/// Counts tries in the database, so that all nodes share the count, and for unknown e-mail addresses like for known ones,
/// so that neither the lock-out nor the time it takes tells which is which. A try is counted before it is checked: many at once gain nothing.
/// </summary>
internal sealed class SignInTries(NewsDb db, TimeProvider clock)
{
    /// <summary>How many wrong passwords are looked at within <see cref="Time"/>.</summary>
    public const int MostPasswords = 10;

    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try; false when there have been too many, and then nothing is to be checked.</summary>
    public async Task<bool> TakeAsync(string key, int most, CancellationToken ct) => await CountAsync(key, ct) <= most;

    /// <summary>Counts a try, and tells how many there have been with it.</summary>
    public async Task<int> CountAsync(string key, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + Time;
        await db.Set<SignInTry>().Where(t => t.Until <= new DateTimeOffset(now)).ExecuteDeleteAsync(ct);
        var count = await db.Database.SqlQuery<int>($"""
            INSERT INTO "SignInTries" ("Key", "Count", "Until") VALUES ({key}, 1, {until})
            ON CONFLICT ("Key") DO UPDATE SET "Count" = "SignInTries"."Count" + 1
            RETURNING "Count" AS "Value"
            """).ToListAsync(ct);
        return count[0];
    }

    /// <summary>Forgets the tries after one that was right.</summary>
    public Task ForgetAsync(string key, CancellationToken ct) => db.Set<SignInTry>().Where(t => t.Key == key).ExecuteDeleteAsync(ct);

    /// <summary>The key under which tries of an e-mail address are counted.</summary>
    public static string KeyOf(string normalizedEmail) => $"password {Secret.HashOf(normalizedEmail)}";

    /// <summary>The key under which tries of an account's codes are counted.</summary>
    public static string KeyOf(Guid account) => $"code {account}";
}
