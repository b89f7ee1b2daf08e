using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Invitations;

/// <summary>Somebody who has been asked to join. The row goes when they have, or when the invitation is taken back.</summary>
public sealed class Invitation
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it went.</summary>
    public required string Email { get; init; }

    /// <summary>The address as addresses are compared; one invitation for each.</summary>
    public required string NormalizedEmail { get; init; }

    /// <summary>Their name, which they may change when they join.</summary>
    public required string Name { get; set; }

    /// <summary>What they will be here for.</summary>
    public required Role Role { get; set; }

    /// <summary>Hash of what the mail's address holds.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Name of who asked them.</summary>
    public required string By { get; set; }

    /// <summary>When it was last sent.</summary>
    public required DateTimeOffset SentAt { get; set; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.ToTable("Invitations");
            builder.HasIndex(i => i.NormalizedEmail).IsUnique();
            builder.HasIndex(i => i.TokenHash).IsUnique();
        }
    }
}

/// <summary>An address that opens something once: the first account, or a new password.</summary>
internal sealed class OneTimeAddress
{
    public required string TokenHash { get; init; }

    /// <summary>Whose password may be set; null for the address at which the first account is made.</summary>
    public required Guid? AccountId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OneTimeAddress>
    {
        public void Configure(EntityTypeBuilder<OneTimeAddress> builder)
        {
            builder.ToTable("OneTimeAddresses");
            builder.HasKey(a => a.TokenHash);
            builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
