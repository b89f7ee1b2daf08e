using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>Notes on stories with their answers, and links by which people without an account see a draft.</summary>
[DbContext(typeof(NewsDb)), Migration("0004_Desk")]
internal sealed class M0004_Desk : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Notes", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            Text = t.Column<string>(),
            AccountId = t.Column<Guid>(nullable: true),
            LinkId = t.Column<Guid>(nullable: true),
            By = t.Column<string>(),
            Initials = t.Column<string>(),
            At = t.Column<DateTime>(),
            ResolvedBy = t.Column<string>(nullable: true),
            ResolvedAt = t.Column<DateTime>(nullable: true),
            Block = t.Column<string>(nullable: true),
            Exact = t.Column<string>(nullable: true),
            Prefix = t.Column<string>(nullable: true),
            Suffix = t.Column<string>(nullable: true),
            Start = t.Column<int>(nullable: true),
            AnchoredIn = t.Column<Guid>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Notes", n => n.Id);
            t.ForeignKey("FK_Notes_Articles_ArticleId", n => n.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_Notes_ArticleId", "Notes", "ArticleId");
        migrationBuilder.CreateTable("NoteReplies", t => new
        {
            Id = t.Column<Guid>(),
            NoteId = t.Column<Guid>(),
            Text = t.Column<string>(),
            AccountId = t.Column<Guid>(),
            By = t.Column<string>(),
            Initials = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_NoteReplies", r => r.Id);
            t.ForeignKey("FK_NoteReplies_Notes_NoteId", r => r.NoteId, "Notes", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_NoteReplies_NoteId", "NoteReplies", "NoteId");
        migrationBuilder.CreateTable("PreviewLinks", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            RevisionId = t.Column<Guid>(),
            TokenHash = t.Column<string>(),
            MadeAt = t.Column<DateTime>(),
            MadeBy = t.Column<string>(),
            ExpiresAt = t.Column<DateTime>(),
            RevokedAt = t.Column<DateTime>(nullable: true),
            Opens = t.Column<int>(),
            LastOpenedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_PreviewLinks", l => l.Id);
            t.ForeignKey("FK_PreviewLinks_Articles_ArticleId", l => l.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_PreviewLinks_ArticleId", "PreviewLinks", "ArticleId");
        migrationBuilder.CreateIndex("IX_Media_Hash", "Media", "Hash"); // the same picture twice is one
        migrationBuilder.CreateIndex("IX_PreviewLinks_TokenHash", "PreviewLinks", "TokenHash", unique: true);
    }
}
