using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>The record of every act, which the database itself lets nobody change.</summary>
[DbContext(typeof(NewsDb)), Migration("0008_Audit")]
internal sealed class M0008_Audit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AuditEntries", t => new
        {
            Number = t.Column<long>(),
            At = t.Column<DateTime>(),
            AccountId = t.Column<Guid>(nullable: true),
            By = t.Column<string>(),
            Act = t.Column<string>(),
            ArticleId = t.Column<Guid>(nullable: true),
            Subject = t.Column<string>(nullable: true),
            Words = t.Column<string>(),
            Why = t.Column<string>(nullable: true),
            Previous = t.Column<string>(),
            Hash = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_AuditEntries", e => e.Number));
        foreach (var columns in (string[][])[["At", "Number"], ["AccountId", "At", "Number"], ["Act", "At", "Number"], ["AccountId", "Act", "At", "Number"], ["ArticleId", "At", "Number"], ["Subject", "At", "Number"]])
            migrationBuilder.CreateIndex($"IX_AuditEntries_{string.Join('_', columns)}", "AuditEntries", columns);
        migrationBuilder.CreateTable("AuditHead", t => new
        {
            Id = t.Column<int>(),
            Number = t.Column<long>(),
            Hash = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_AuditHead", h => h.Id));
        migrationBuilder.Sql($"""INSERT INTO "AuditHead" ("Id", "Number", "Hash") VALUES (1, 0, '{new string('0', 64)}')""");
        foreach (var guard in AuditGuards.All(ActiveProvider is "Microsoft.EntityFrameworkCore.Sqlite")) migrationBuilder.Sql(guard);
    }
}
