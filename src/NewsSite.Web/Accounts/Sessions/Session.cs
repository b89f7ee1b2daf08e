using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;

namespace NewsSite.Web.Accounts.Sessions;

/// <summary>A device on which somebody is signed in. Without this row its cookie is worth nothing.</summary>
public sealed class Session
{
    /// <summary>Its key, which its owner may see.</summary>
    public required Guid Id { get; init; }

    /// <summary>Hash of what the cookie holds.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What its owner knows it by, such as "Firefox on Windows".</summary>
    public required string Device { get; init; }

    /// <summary>Whether it outlives the browser's window.</summary>
    public required bool IsKept { get; init; }

    /// <summary>When they signed in.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When they last proved with password or passkey that it is they.</summary>
    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>When the time until <see cref="ExpiresAt"/> last began.</summary>
    public required DateTimeOffset RenewedAt { get; set; }

    /// <summary>When it was last used, to the minute.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("Sessions");
            builder.HasIndex(s => s.KeyHash).IsUnique();
            builder.HasIndex(s => s.ExpiresAt);
            builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Sessions, and how they end.</summary>
internal static class SessionTables
{
    extension(NewsDb db)
    {
        public IQueryable<Session> Sessions => db.Set<Session>();

        /// <summary>Signs an account out on every device, or on every other one.</summary>
        /// <param name="account">The account.</param>
        /// <param name="except">The session that stays; null for none.</param>
        /// <param name="ct">Cancelled when nobody waits any more.</param>
        public Task<int> EndSessionsAsync(Guid account, Guid? except, CancellationToken ct) =>
            db.Sessions.Where(s => s.AccountId == account && s.Id != except).ExecuteDeleteAsync(ct);
    }
}
