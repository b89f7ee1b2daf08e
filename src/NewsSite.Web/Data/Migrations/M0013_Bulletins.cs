using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>Readers who want mails, the proofs that they do, the editions that were made, and one row for each reader's mail of each.</summary>
[DbContext(typeof(NewsDb)), Migration("0013_Bulletins")]
internal sealed class M0013_Bulletins : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddReaders(migrationBuilder);
        AddConsents(migrationBuilder);
        AddEditions(migrationBuilder);
        AddMails(migrationBuilder);
        foreach (var guard in WrittenOnce.Guards("Consents", "A proof of consent is written once and never changed or removed.", ActiveProvider is "Microsoft.EntityFrameworkCore.Sqlite")) migrationBuilder.Sql(guard);
    }

    private static void AddReaders(MigrationBuilder m)
    {
        m.CreateTable("Subscribers", t => new
        {
            Id = t.Column<Guid>(),
            Email = t.Column<string>(),
            SeenAt = t.Column<DateTime>(),
            ConfirmedAt = t.Column<DateTime>(nullable: true),
            StoppedAt = t.Column<DateTime>(nullable: true),
            StoppedWhy = t.Column<string>(nullable: true),
            Version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_Subscribers", s => s.Id));
        m.CreateIndex("IX_Subscribers_Email", "Subscribers", "Email", unique: true);
        m.CreateIndex("IX_Subscribers_StoppedAt", "Subscribers", "StoppedAt");
        m.CreateTable("Subscriptions", t => new
        {
            SubscriberId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Subject = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Subscriptions", s => new { s.SubscriberId, s.Kind, s.Subject });
            t.ForeignKey("FK_Subscriptions_Subscribers_SubscriberId", s => s.SubscriberId, "Subscribers", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Subscriptions_Kind_Subject", "Subscriptions", ["Kind", "Subject"]);
    }

    private static void AddConsents(MigrationBuilder m)
    {
        m.CreateTable("Consents", t => new
        {
            Id = t.Column<Guid>(),
            SubscriberId = t.Column<Guid>(),
            EmailHash = t.Column<string>(),
            Act = t.Column<string>(),
            At = t.Column<DateTime>(),
            Page = t.Column<string>(),
            Wording = t.Column<string>(),
            What = t.Column<string>(),
            AskedId = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Consents", c => c.Id));
        m.CreateIndex("IX_Consents_SubscriberId_At", "Consents", ["SubscriberId", "At"]);
        m.CreateIndex("IX_Consents_EmailHash", "Consents", "EmailHash");
        m.CreateIndex("IX_Consents_AskedId", "Consents", "AskedId", unique: true);
    }

    private static void AddEditions(MigrationBuilder m)
    {
        m.CreateTable("Editions", t => new
        {
            Id = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Day = t.Column<DateOnly>(nullable: true),
            ArticleId = t.Column<Guid>(nullable: true),
            State = t.Column<string>(),
            DueAt = t.Column<DateTime>(),
            Line = t.Column<string>(nullable: true),
            HeldBy = t.Column<string>(nullable: true),
            ReleasedBy = t.Column<string>(nullable: true),
            MadeAt = t.Column<DateTime>(nullable: true),
            DoneAt = t.Column<DateTime>(nullable: true),
            Subjects = t.Column<string>(),
            Sent = t.Column<int>(),
            Failed = t.Column<int>(),
            Unknown = t.Column<int>(),
            Left = t.Column<int>(),
            Version = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Editions", e => e.Id);
            t.ForeignKey("FK_Editions_Articles_ArticleId", e => e.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Editions_Day", "Editions", "Day", unique: true);
        m.CreateIndex("IX_Editions_ArticleId", "Editions", "ArticleId", unique: true);
        m.CreateIndex("IX_Editions_State_DueAt", "Editions", ["State", "DueAt"]);
        m.CreateIndex("IX_Editions_Kind_MadeAt", "Editions", ["Kind", "MadeAt"]);
        m.CreateTable("EditionStories", t => new
        {
            EditionId = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EditionStories", s => new { s.EditionId, s.ArticleId });
            t.ForeignKey("FK_EditionStories_Editions_EditionId", s => s.EditionId, "Editions", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_EditionStories_Articles_ArticleId", s => s.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_EditionStories_ArticleId", "EditionStories", "ArticleId");
        m.CreateTable("EditionCorrections", t => new
        {
            EditionId = t.Column<Guid>(),
            Correction = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EditionCorrections", c => new { c.EditionId, c.Correction });
            t.ForeignKey("FK_EditionCorrections_Editions_EditionId", c => c.EditionId, "Editions", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_EditionCorrections_Correction", "EditionCorrections", "Correction");
    }

    private static void AddMails(MigrationBuilder m)
    {
        m.CreateTable("EditionMails", t => new
        {
            EditionId = t.Column<Guid>(),
            SubscriberId = t.Column<Guid>(),
            State = t.Column<string>(),
            ClaimedBy = t.Column<Guid>(nullable: true),
            ClaimedUntil = t.Column<DateTime>(nullable: true),
            Tries = t.Column<int>(),
            DueAt = t.Column<DateTime>(),
            Fault = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EditionMails", x => new { x.EditionId, x.SubscriberId });
            t.ForeignKey("FK_EditionMails_Editions_EditionId", x => x.EditionId, "Editions", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_EditionMails_EditionId_State_DueAt", "EditionMails", ["EditionId", "State", "DueAt"]);
        m.CreateIndex("IX_EditionMails_ClaimedBy", "EditionMails", "ClaimedBy");
        m.CreateIndex("IX_EditionMails_SubscriberId", "EditionMails", "SubscriberId");
    }
}
