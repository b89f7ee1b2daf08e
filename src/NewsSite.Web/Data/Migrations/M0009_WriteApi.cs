using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>Answers to programs, for those that ask again.</summary>
[DbContext(typeof(NewsDb)), Migration("0009_WriteApi")]
internal sealed class M0009_WriteApi : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AnsweredRequests", t => new
        {
            TokenId = t.Column<Guid>(),
            Key = t.Column<string>(),
            RequestHash = t.Column<string>(),
            Reserved = t.Column<Guid>(),
            MadeAt = t.Column<DateTime>(),
            HeldUntil = t.Column<DateTime>(),
            Status = t.Column<int>(nullable: true),
            EntityTag = t.Column<string>(nullable: true),
            Location = t.Column<string>(nullable: true),
            Body = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AnsweredRequests", r => new { r.TokenId, r.Key });
            t.ForeignKey("FK_AnsweredRequests_AccessTokens_TokenId", r => r.TokenId, "AccessTokens", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AnsweredRequests_MadeAt", "AnsweredRequests", "MadeAt");
    }
}
