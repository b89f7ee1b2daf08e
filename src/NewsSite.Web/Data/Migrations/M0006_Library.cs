using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>What the newsroom says of its pictures, the words by which they are found, and where each is shown.</summary>
[DbContext(typeof(NewsDb)), Migration("0006_Library")]
internal sealed class M0006_Library : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("RightsHolder", "Media", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("RightsUntil", "Media", nullable: true);
        migrationBuilder.AddColumn<string>("Description", "Media", nullable: true);
        migrationBuilder.AddColumn<int>("FocusX", "Media", nullable: false, defaultValue: 50);
        migrationBuilder.AddColumn<int>("FocusY", "Media", nullable: false, defaultValue: 50);
        migrationBuilder.AddColumn<DateTime>("AddedAt", "Media", nullable: true);
        migrationBuilder.AddColumn<string>("AddedBy", "Media", nullable: true);
        migrationBuilder.AddColumn<string>("Former", "Media", nullable: false, defaultValue: "[]");
        migrationBuilder.AddColumn<string>("Words", "Media", nullable: false, defaultValue: "[]");
        migrationBuilder.AddColumn<bool>("IsUsed", "Media", nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("IX_Media_IsUsed_Id", "Media", ["IsUsed", "Id"]);
        migrationBuilder.CreateIndex("IX_Media_RightsUntil_Id", "Media", ["RightsUntil", "Id"]);
        migrationBuilder.CreateTable("MediaUses", t => new
        {
            User = t.Column<string>(),
            File = t.Column<string>(),
            ArticleId = t.Column<Guid>(nullable: true),
            InLive = t.Column<bool>(),
            InHead = t.Column<bool>(),
            AsLead = t.Column<bool>(),
            InBlocks = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_MediaUses", u => new { u.User, u.File });
            t.ForeignKey("FK_MediaUses_Articles_ArticleId", u => u.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_MediaUses_ArticleId", "MediaUses", "ArticleId");
        migrationBuilder.CreateIndex("IX_MediaUses_File_InLive", "MediaUses", ["File", "InLive"]);
        var isSqlite = migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite";
        migrationBuilder.CreateTable("MediaWords", t => new
        {
            MediaId = t.Column<Guid>(),
            Word = t.Column<string>(collation: isSqlite ? null : "C"), // beginnings of words are ranges only in the order of their bytes
        }, constraints: t =>
        {
            t.PrimaryKey("PK_MediaWords", w => new { w.MediaId, w.Word });
            t.ForeignKey("FK_MediaWords_Media_MediaId", w => w.MediaId, "Media", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_MediaWords_Word_MediaId", "MediaWords", ["Word", "MediaId"]);
        foreach (var sql in isSqlite ? LibraryTriggers.Sqlite : LibraryTriggers.PostgreSql) migrationBuilder.Sql(sql);
        migrationBuilder.Sql(UsesOfStories(isSqlite));
        migrationBuilder.Sql("""INSERT INTO "MediaUses" ("User", "File", "InLive", "InHead", "AsLead", "InBlocks") SELECT 'promotions/' || "Slug", "Picture", FALSE, FALSE, FALSE, FALSE FROM "Promotions" WHERE "Picture" IS NOT NULL""");
    }

    /// <summary>Fills in the uses of stories from before this: of their newest and their live revision. The words of pictures are filled in after the start, because the database folds no accents.</summary>
    internal static string UsesOfStories(bool isSqlite) => isSqlite ? SqliteUses : PostgreSqlUses;

    private const string SqliteUses =
        """
        WITH "Shown" AS (
            SELECT a."Id" AS "ArticleId", COALESCE(r."Id" = a."LiveId", 0) AS "InLive", COALESCE(r."Id" = a."HeadId", 0) AS "InHead", 1 AS "AsLead", 0 AS "InBlocks", json_extract(r."LeadImage", '$.media') AS "File"
            FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" IN (a."HeadId", a."LiveId") WHERE r."LeadImage" IS NOT NULL
            UNION ALL
            SELECT a."Id", COALESCE(r."Id" = a."LiveId", 0), COALESCE(r."Id" = a."HeadId", 0), 0, 1, json_extract(b."value", '$.media')
            FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" IN (a."HeadId", a."LiveId"), json_each(r."Blocks") AS b
        )
        INSERT INTO "MediaUses" ("User", "File", "ArticleId", "InLive", "InHead", "AsLead", "InBlocks")
        SELECT 'articles/' || lower("ArticleId"), "File", "ArticleId", max("InLive"), max("InHead"), max("AsLead"), max("InBlocks") FROM "Shown" WHERE "File" IS NOT NULL GROUP BY "ArticleId", "File"
        """;

    private const string PostgreSqlUses =
        """
        WITH "Shown" AS (
            SELECT a."Id" AS "ArticleId", COALESCE(r."Id" = a."LiveId", FALSE) AS "InLive", COALESCE(r."Id" = a."HeadId", FALSE) AS "InHead", TRUE AS "AsLead", FALSE AS "InBlocks", r."LeadImage"::jsonb ->> 'media' AS "File"
            FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" IN (a."HeadId", a."LiveId") WHERE r."LeadImage" IS NOT NULL
            UNION ALL
            SELECT a."Id", COALESCE(r."Id" = a."LiveId", FALSE), COALESCE(r."Id" = a."HeadId", FALSE), FALSE, TRUE, b ->> 'media'
            FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" IN (a."HeadId", a."LiveId"), jsonb_array_elements(r."Blocks"::jsonb) AS b
        )
        INSERT INTO "MediaUses" ("User", "File", "ArticleId", "InLive", "InHead", "AsLead", "InBlocks")
        SELECT 'articles/' || "ArticleId"::text, "File", "ArticleId", bool_or("InLive"), bool_or("InHead"), bool_or("AsLead"), bool_or("InBlocks") FROM "Shown" WHERE "File" IS NOT NULL GROUP BY "ArticleId", "File"
        """;
}
