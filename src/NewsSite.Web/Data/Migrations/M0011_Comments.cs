using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>What readers write under articles, who they are, and every decision on it, which the database itself lets nobody change.</summary>
[DbContext(typeof(NewsDb)), Migration("0011_Comments")]
internal sealed class M0011_Comments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("CommentsUntil", "Articles", nullable: true);
        AddPeople(migrationBuilder);
        AddComments(migrationBuilder);
        AddWhatBecomesOfThem(migrationBuilder);
        foreach (var guard in WrittenOnce.Guards("CommentDecisions", "A decision on a comment is written once and never changed or removed.", ActiveProvider is "Microsoft.EntityFrameworkCore.Sqlite")) migrationBuilder.Sql(guard);
    }

    private static void AddPeople(MigrationBuilder m)
    {
        m.CreateTable("Commenters", t => new
        {
            Id = t.Column<Guid>(),
            Email = t.Column<string>(),
            Name = t.Column<string>(),
            SeenAt = t.Column<DateTime>(),
            ConfirmedAt = t.Column<DateTime>(nullable: true),
            AskedAt = t.Column<DateTime>(nullable: true),
            AnswersStoppedAt = t.Column<DateTime>(nullable: true),
            BlockedAt = t.Column<DateTime>(nullable: true),
            BlockedWhy = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Commenters", c => c.Id));
        m.CreateIndex("IX_Commenters_Email", "Commenters", "Email", unique: true);
        m.CreateIndex("IX_Commenters_BlockedAt", "Commenters", "BlockedAt");
        m.CreateTable("BlockedWords", t => new
        {
            Word = t.Column<string>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_BlockedWords", w => w.Word));
        m.CreateTable("BlockedAddresses", t => new
        {
            Hash = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_BlockedAddresses", a => a.Hash));
        m.CreateTable("AddressHashKeys", t => new
        {
            Id = t.Column<int>(),
            Key = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_AddressHashKeys", k => k.Id));
        m.CreateTable("AddressKeys", t => new
        {
            Day = t.Column<int>(),
            Key = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_AddressKeys", k => k.Day));
    }

    private static void AddComments(MigrationBuilder m)
    {
        m.CreateTable("Comments", t => new
        {
            Id = t.Column<Guid>(),
            ArticleId = t.Column<Guid>(),
            ThreadId = t.Column<Guid>(),
            AnswersId = t.Column<Guid>(nullable: true),
            CommenterId = t.Column<Guid>(nullable: true),
            AccountId = t.Column<Guid>(nullable: true),
            Name = t.Column<string>(),
            Badge = t.Column<string>(nullable: true),
            Example = t.Column<string>(nullable: true),
            Words = t.Column<string>(),
            State = t.Column<string>(),
            Verdict = t.Column<string>(),
            At = t.Column<DateTime>(),
            ReportedAt = t.Column<DateTime>(nullable: true),
            ToldAt = t.Column<DateTime>(nullable: true),
            ErasedAt = t.Column<DateTime>(nullable: true),
            ListId = t.Column<Guid>(),
            Position = t.Column<int>(nullable: true),
            AddressHash = t.Column<string>(nullable: true),
            WordsHash = t.Column<string>(nullable: true),
            OpenedById = t.Column<Guid>(nullable: true),
            OpenedBy = t.Column<string>(nullable: true),
            OpenedUntil = t.Column<DateTime>(nullable: true),
            Version = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Comments", c => c.Id);
            t.ForeignKey("FK_Comments_Articles_ArticleId", c => c.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_Comments_Example", "Comments", "Example", unique: true);
        foreach (var columns in (string[][])[["State", "At", "Id"], ["ReportedAt", "Id"], ["ListId", "Position"], ["ArticleId", "State", "At", "Id"], ["ThreadId", "State", "At"], ["CommenterId", "At"], ["AddressHash", "At"], ["WordsHash", "At"]])
            m.CreateIndex($"IX_Comments_{string.Join('_', columns)}", "Comments", columns);
    }

    private static void AddWhatBecomesOfThem(MigrationBuilder m)
    {
        m.CreateTable("CommentDecisions", t => new
        {
            Id = t.Column<long>().Counted(),
            CommentId = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Act = t.Column<string>(),
            AccountId = t.Column<Guid>(nullable: true),
            By = t.Column<string>(),
            From = t.Column<string>(),
            To = t.Column<string>(),
            Reason = t.Column<string>(),
            Sentence = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_CommentDecisions", d => d.Id));
        m.CreateIndex("IX_CommentDecisions_CommentId_Id", "CommentDecisions", ["CommentId", "Id"]);
        m.CreateTable("CommentReports", t => new
        {
            Id = t.Column<Guid>(),
            CommentId = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Reason = t.Column<string>(),
            Words = t.Column<string>(),
            Email = t.Column<string>(nullable: true),
            AddressHash = t.Column<string>(nullable: true),
            DecidedAt = t.Column<DateTime>(nullable: true),
            IsUpheld = t.Column<bool>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_CommentReports", r => r.Id);
            t.ForeignKey("FK_CommentReports_Comments_CommentId", r => r.CommentId, "Comments", "Id", onDelete: ReferentialAction.Cascade);
        });
        foreach (var columns in (string[][])[["CommentId", "DecidedAt"], ["Email"], ["AddressHash", "At"]]) m.CreateIndex($"IX_CommentReports_{string.Join('_', columns)}", "CommentReports", columns);
        m.CreateTable("CommentAppeals", t => new
        {
            CommentId = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Words = t.Column<string>(),
            AgainstId = t.Column<Guid>(nullable: true),
            DecidedAt = t.Column<DateTime>(nullable: true),
            DecidedById = t.Column<Guid>(nullable: true),
            IsUpheld = t.Column<bool>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_CommentAppeals", a => a.CommentId);
            t.ForeignKey("FK_CommentAppeals_Comments_CommentId", a => a.CommentId, "Comments", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_CommentAppeals_DecidedAt_At", "CommentAppeals", ["DecidedAt", "At"]);
    }
}
