using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>Accounts and everything by which they are entered, keys of cookies, outgoing mail.</summary>
[DbContext(typeof(NewsDb)), Migration("0002_Accounts")]
internal sealed class M0002_Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Invitations(migrationBuilder);
        migrationBuilder.CreateTable("ProtectionKeys", t => new
        {
            Id = t.Column<long>().Counted(),
            Name = t.Column<string>(),
            Xml = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_ProtectionKeys", k => k.Id));
        migrationBuilder.CreateTable("OutgoingMail", t => new
        {
            Id = t.Column<Guid>(),
            To = t.Column<string>(),
            ToName = t.Column<string>(nullable: true),
            Subject = t.Column<string>(),
            Text = t.Column<string>(),
            Html = t.Column<string>(nullable: true),
            Headers = t.Column<string>(),
            QueuedAt = t.Column<DateTime>(),
            DueAt = t.Column<DateTime>(nullable: true),
            ClaimedUntil = t.Column<DateTime>(nullable: true),
            Claim = t.Column<Guid>(nullable: true),
            About = t.Column<string>(nullable: true),
            Tries = t.Column<int>(),
            Fault = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_OutgoingMail", m => m.Id));
        migrationBuilder.CreateIndex("IX_OutgoingMail_DueAt", "OutgoingMail", "DueAt");
    }

    private static void Accounts(MigrationBuilder m)
    {
        m.CreateTable("Accounts", t => new
        {
            Id = t.Column<Guid>(),
            Email = t.Column<string>(),
            NormalizedEmail = t.Column<string>(),
            Name = t.Column<string>(),
            Role = t.Column<string>(),
            PasswordHash = t.Column<string>(nullable: true),
            CodeKey = t.Column<string>(nullable: true),
            LastCodeStep = t.Column<long>(),
            DisabledAt = t.Column<DateTime>(nullable: true),
            MadeAt = t.Column<DateTime>(),
            SignedInAt = t.Column<DateTime>(nullable: true),
            Version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_Accounts", a => a.Id));
        m.CreateIndex("IX_Accounts_NormalizedEmail", "Accounts", "NormalizedEmail", unique: true);
        m.CreateTable("Passkeys", t => new
        {
            CredentialId = t.Column<byte[]>(),
            AccountId = t.Column<Guid>(),
            Name = t.Column<string>(),
            PublicKey = t.Column<byte[]>(),
            MadeAt = t.Column<DateTime>(),
            UsedAt = t.Column<DateTime>(nullable: true),
            SignCount = t.Column<long>(),
            Transports = t.Column<string>(),
            IsUserVerified = t.Column<bool>(),
            IsBackupEligible = t.Column<bool>(),
            IsBackedUp = t.Column<bool>(),
            AttestationObject = t.Column<byte[]>(),
            ClientDataJson = t.Column<byte[]>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Passkeys", p => p.CredentialId);
            t.ForeignKey("FK_Passkeys_Accounts_AccountId", p => p.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Passkeys_AccountId", "Passkeys", "AccountId");
        m.CreateTable("RecoveryCodes", t => new
        {
            AccountId = t.Column<Guid>(),
            Hash = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_RecoveryCodes", c => new { c.AccountId, c.Hash });
            t.ForeignKey("FK_RecoveryCodes_Accounts_AccountId", c => c.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateTable("Sessions", t => new
        {
            Id = t.Column<Guid>(),
            KeyHash = t.Column<string>(),
            AccountId = t.Column<Guid>(),
            Device = t.Column<string>(),
            IsKept = t.Column<bool>(),
            MadeAt = t.Column<DateTime>(),
            ProvedAt = t.Column<DateTime>(),
            RenewedAt = t.Column<DateTime>(),
            SeenAt = t.Column<DateTime>(),
            ExpiresAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Sessions", s => s.Id);
            t.ForeignKey("FK_Sessions_Accounts_AccountId", s => s.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Sessions_KeyHash", "Sessions", "KeyHash", unique: true);
        m.CreateIndex("IX_Sessions_ExpiresAt", "Sessions", "ExpiresAt");
        m.CreateIndex("IX_Sessions_AccountId", "Sessions", "AccountId");
        m.CreateTable("AccessTokens", t => new
        {
            Id = t.Column<Guid>(),
            AccountId = t.Column<Guid>(),
            Name = t.Column<string>(),
            Hash = t.Column<string>(),
            Scopes = t.Column<string>(),
            MadeAt = t.Column<DateTime>(),
            ExpiresAt = t.Column<DateTime>(),
            UsedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AccessTokens", x => x.Id);
            t.ForeignKey("FK_AccessTokens_Accounts_AccountId", x => x.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_AccessTokens_Hash", "AccessTokens", "Hash", unique: true);
        m.CreateIndex("IX_AccessTokens_AccountId", "AccessTokens", "AccountId");
    }

    private static void Invitations(MigrationBuilder m)
    {
        m.CreateTable("Invitations", t => new
        {
            Id = t.Column<Guid>(),
            Email = t.Column<string>(),
            NormalizedEmail = t.Column<string>(),
            Name = t.Column<string>(),
            Role = t.Column<string>(),
            TokenHash = t.Column<string>(),
            By = t.Column<string>(),
            SentAt = t.Column<DateTime>(),
            ExpiresAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_Invitations", i => i.Id));
        m.CreateIndex("IX_Invitations_NormalizedEmail", "Invitations", "NormalizedEmail", unique: true);
        m.CreateIndex("IX_Invitations_TokenHash", "Invitations", "TokenHash", unique: true);
        m.CreateTable("OneTimeAddresses", t => new
        {
            TokenHash = t.Column<string>(),
            AccountId = t.Column<Guid>(nullable: true),
            ExpiresAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OneTimeAddresses", a => a.TokenHash);
            t.ForeignKey("FK_OneTimeAddresses_Accounts_AccountId", a => a.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_OneTimeAddresses_AccountId", "OneTimeAddresses", "AccountId");
        m.CreateTable("SignInTries", t => new
        {
            Key = t.Column<string>(),
            Count = t.Column<int>(),
            Until = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_SignInTries", x => x.Key));
        m.CreateIndex("IX_SignInTries_Until", "SignInTries", "Until");
    }
}
