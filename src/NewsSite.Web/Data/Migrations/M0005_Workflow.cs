using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>Review and approval, acts at a chosen minute, embargoes, reasons of withdrawal, who wrote in which story.</summary>
[DbContext(typeof(NewsDb)), Migration("0005_Workflow")]
internal sealed class M0005_Workflow : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Articles(migrationBuilder);
        Review(migrationBuilder);
        Times(migrationBuilder);
    }

    private static void Articles(MigrationBuilder m)
    {
        m.AddColumn<Guid>("SavedById", "Revisions", nullable: true);
        m.AddColumn<string>("Work", "Articles", nullable: false, defaultValue: "Draft");
        m.AddColumn<Guid>("WorkRevisionId", "Articles", nullable: true);
        m.AddColumn<DateTime>("WorkAt", "Articles", nullable: true);
        m.AddColumn<string>("WorkBy", "Articles", nullable: true);
        m.AddColumn<Guid>("WorkById", "Articles", nullable: true);
        m.AddColumn<DateTime>("DueAt", "Articles", nullable: true);
        m.AddColumn<string>("DueWall", "Articles", nullable: true);
        m.AddColumn<string>("DueFault", "Articles", nullable: true);
        m.AddColumn<DateTime>("EmbargoUntil", "Articles", nullable: true);
        m.AddColumn<string>("EmbargoWall", "Articles", nullable: true);
        m.AddColumn<DateOnly>("PlannedDay", "Articles", nullable: true);
        m.AddColumn<string>("WithdrawnFor", "Articles", nullable: true);
        m.AddColumn<string>("WithdrawnNote", "Articles", nullable: true);
        m.AddColumn<string>("WithdrawnTo", "Articles", nullable: true);
        m.AddColumn<string>("Act", "StateChanges", nullable: true);
        m.AddColumn<Guid>("ById", "StateChanges", nullable: true);
        m.AddColumn<string>("Detail", "StateChanges", nullable: true);
        m.CreateIndex("IX_Articles_Work_SavedAt_Id", "Articles", ["Work", "SavedAt", "Id"]);
        m.CreateIndex("IX_Articles_DueAt", "Articles", "DueAt");
        m.CreateIndex("IX_Articles_PlannedDay", "Articles", "PlannedDay");
        m.CreateIndex("IX_Articles_EmbargoUntil", "Articles", "EmbargoUntil");
        m.CreateIndex("IX_Articles_State_PublishedAt", "Articles", ["State", "PublishedAt"]);
        m.CreateTable("Contributors", t => new
        {
            ArticleId = t.Column<Guid>(),
            AccountId = t.Column<Guid>(),
            LastAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Contributors", c => new { c.ArticleId, c.AccountId });
            t.ForeignKey("FK_Contributors_Articles_ArticleId", c => c.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Contributors_AccountId_LastAt", "Contributors", ["AccountId", "LastAt"]);
    }

    private static void Review(MigrationBuilder m)
    {
        m.CreateTable("Approvals", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            RevisionId = t.Column<Guid>(),
            ById = t.Column<Guid>(),
            By = t.Column<string>(),
            At = t.Column<DateTime>(),
            IsIndependent = t.Column<bool>(),
            Note = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Approvals", a => a.Id);
            t.ForeignKey("FK_Approvals_Articles_ArticleId", a => a.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Approvals_ArticleId", "Approvals", "ArticleId");
        m.CreateIndex("IX_Approvals_RevisionId_ById", "Approvals", ["RevisionId", "ById"], unique: true);
        m.CreateTable("ForcedPublications", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            RevisionId = t.Column<Guid>(),
            ById = t.Column<Guid>(),
            By = t.Column<string>(),
            At = t.Column<DateTime>(),
            Why = t.Column<string>(),
            ReviewedAt = t.Column<DateTime>(nullable: true),
            ReviewedBy = t.Column<string>(nullable: true),
            ReviewedById = t.Column<Guid>(nullable: true),
            Finding = t.Column<string>(nullable: true),
            Version = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ForcedPublications", f => f.Id);
            t.ForeignKey("FK_ForcedPublications_Articles_ArticleId", f => f.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_ForcedPublications_ArticleId", "ForcedPublications", "ArticleId");
        m.CreateIndex("IX_ForcedPublications_ReviewedAt_At", "ForcedPublications", ["ReviewedAt", "At"]);
    }

    private static void Times(MigrationBuilder m)
    {
        m.CreateTable("TimedActs", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            RevisionId = t.Column<Guid>(nullable: true),
            Wall = t.Column<string>(),
            Zone = t.Column<string>(),
            DueAt = t.Column<DateTime>(),
            MadeById = t.Column<Guid>(nullable: true),
            MadeBy = t.Column<string>(),
            MadeAt = t.Column<DateTime>(),
            Why = t.Column<string>(nullable: true),
            Reason = t.Column<string>(nullable: true),
            Note = t.Column<string>(nullable: true),
            Target = t.Column<string>(nullable: true),
            Status = t.Column<string>(),
            SettledAt = t.Column<DateTime>(nullable: true),
            Fault = t.Column<string>(nullable: true),
            ClaimedUntil = t.Column<DateTime>(nullable: true),
            ClaimedBy = t.Column<Guid>(nullable: true),
            Version = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_TimedActs", a => a.Id);
            t.ForeignKey("FK_TimedActs_Articles_ArticleId", a => a.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_TimedActs_Status_DueAt_Id", "TimedActs", ["Status", "DueAt", "Id"]);
        m.CreateIndex("IX_TimedActs_ArticleId", "TimedActs", "ArticleId");
        m.Sql("""CREATE UNIQUE INDEX "IX_TimedActs_ArticleId_Kind_Waiting" ON "TimedActs" ("ArticleId", "Kind") WHERE "Status" IN ('Waiting', 'Failed')"""); // one at a time
    }
}
