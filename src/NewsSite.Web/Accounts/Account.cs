using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>Somebody who may enter the newsroom.</summary>
public sealed class Account
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The e-mail address as it was given; people sign in with it.</summary>
    public required string Email { get; set; }

    /// <summary>The address as addresses are compared.</summary>
    public string NormalizedEmail { get; set; } = "";

    /// <summary>The name as colleagues see it, at most 80 characters.</summary>
    public required string Name { get; set; }

    /// <summary>What they are here for.</summary>
    public required Role Role { get; set; }

    /// <summary>The password's hash, in the framework's form.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Key of the app that makes codes, in Base32; null for an account without two-step sign-in.</summary>
    public string? CodeKey { get; set; }

    /// <summary>The last half-minute whose code was used; none is taken twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Since when nobody can sign in to it; null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When somebody last signed in to it; null for never.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>Rises with every change, so that two who change it at once do not undo each other.</summary>
    public int Version { get; set; }

    /// <summary>Whether signing in takes a code after the password.</summary>
    public bool HasTwoSteps => CodeKey is not null;

    /// <summary>Its name in the audit trail, as what an act is about.</summary>
    internal string Subject => $"accounts/{Id}";

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.HasIndex(a => a.NormalizedEmail).IsUnique();
            builder.Property(a => a.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>A passkey of an account: what the framework needs to check it, and a name by which its owner knows it.</summary>
public sealed class Passkey
{
    /// <summary>The authenticator's name for it.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The public key, COSE.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When somebody last signed in with it; null for never.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>The authenticator's count of uses.</summary>
    public long SignCount { get; set; }

    /// <summary>How the authenticator is reached.</summary>
    public IReadOnlyList<string> Transports { get; set; } = [];

    /// <summary>Whether the authenticator asked who was holding it.</summary>
    public bool IsUserVerified { get; set; }

    /// <summary>Whether it may be copied to other devices of its owner.</summary>
    public bool IsBackupEligible { get; set; }

    /// <summary>Whether it has been.</summary>
    public bool IsBackedUp { get; set; }

    /// <summary>What the authenticator said when it was made.</summary>
    public required byte[] AttestationObject { get; init; }

    /// <summary>What the browser said then.</summary>
    public required byte[] ClientDataJson { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> builder)
        {
            builder.ToTable("Passkeys");
            builder.HasKey(p => p.CredentialId);
            builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Roles in sentences.</summary>
internal static class RoleWords
{
    extension(Role role)
    {
        /// <summary>Such as "an editor".</summary>
        public string Spoken => $"{(role is Role.Editor or Role.Administrator ? "an" : "a")} {role.ToString().ToLowerInvariant()}";
    }
}

/// <summary>Tables of accounts.</summary>
internal static class AccountTables
{
    extension(NewsDb db)
    {
        public IQueryable<Account> Accounts => db.Set<Account>();

        public IQueryable<Passkey> Passkeys => db.Set<Passkey>();
    }

    extension(IQueryable<Account> accounts)
    {
        /// <summary>Those that people can sign in to.</summary>
        public IQueryable<Account> Open() => accounts.Where(a => a.DisabledAt == null);
    }
}
