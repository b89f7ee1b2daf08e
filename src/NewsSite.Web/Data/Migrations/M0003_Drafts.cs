using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>What the newsroom's list of stories shows and searches, and who has which story open.</summary>
[DbContext(typeof(NewsDb)), Migration("0003_Drafts")]
internal sealed class M0003_Drafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Tab", "Revisions", nullable: true);
        migrationBuilder.DropIndex("IX_Revisions_ArticleId", "Revisions");
        migrationBuilder.CreateIndex("IX_Revisions_ArticleId_SavedAt", "Revisions", ["ArticleId", "SavedAt"]);
        migrationBuilder.AddColumn<string>("Headline", "Articles", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("Words", "Articles", nullable: false, defaultValue: "[]");
        migrationBuilder.AddColumn<DateTime>("SavedAt", "Articles", nullable: true);
        migrationBuilder.AddColumn<string>("SavedBy", "Articles", nullable: true);
        migrationBuilder.AddColumn<bool>("IsSlugChosen", "Articles", nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("IX_Articles_SavedAt_Id", "Articles", ["SavedAt", "Id"]);
        migrationBuilder.CreateIndex("IX_Articles_State_SavedAt_Id", "Articles", ["State", "SavedAt", "Id"]);
        Words(migrationBuilder);
        Fill(migrationBuilder);
        migrationBuilder.CreateTable("Presences", t => new
        {
            ArticleId = t.Column<Guid>(),
            Tab = t.Column<string>(),
            Name = t.Column<string>(),
            Initials = t.Column<string>(),
            Block = t.Column<string>(nullable: true),
            SeenAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_Presences", p => new { p.ArticleId, p.Tab }));
        migrationBuilder.CreateIndex("IX_Presences_SeenAt", "Presences", "SeenAt");
    }

    // The rows follow from Articles.Words; the database keeps them, whoever writes the article.
    private static void Words(MigrationBuilder m)
    {
        var isSqlite = m.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite";
        m.CreateTable("ArticleWords", t => new
        {
            ArticleId = t.Column<Guid>(),
            Word = t.Column<string>(collation: isSqlite ? null : "C"), // beginnings of words are ranges only in the order of their bytes
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ArticleWords", w => new { w.ArticleId, w.Word });
            t.ForeignKey("FK_ArticleWords_Articles_ArticleId", w => w.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_ArticleWords_Word_ArticleId", "ArticleWords", ["Word", "ArticleId"]);
        foreach (var sql in isSqlite ? SqliteTriggers : PostgreSqlTriggers) m.Sql(sql);
    }

    private static readonly string[] SqliteTriggers =
    [
        """
        CREATE TRIGGER "ArticleWordsInserted" AFTER INSERT ON "Articles" BEGIN
            INSERT INTO "ArticleWords" ("ArticleId", "Word") SELECT NEW."Id", "value" FROM json_each(NEW."Words");
        END
        """,
        """
        CREATE TRIGGER "ArticleWordsUpdated" AFTER UPDATE OF "Words" ON "Articles" WHEN OLD."Words" <> NEW."Words" BEGIN
            DELETE FROM "ArticleWords" WHERE "ArticleId" = NEW."Id";
            INSERT INTO "ArticleWords" ("ArticleId", "Word") SELECT NEW."Id", "value" FROM json_each(NEW."Words");
        END
        """,
    ];

    private static readonly string[] PostgreSqlTriggers =
    [
        """
        CREATE FUNCTION "KeepArticleWords"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF OLD."Words" = NEW."Words" THEN RETURN NULL; END IF;
                DELETE FROM "ArticleWords" WHERE "ArticleId" = NEW."Id";
            END IF;
            INSERT INTO "ArticleWords" ("ArticleId", "Word") SELECT NEW."Id", jsonb_array_elements_text(NEW."Words"::jsonb);
            RETURN NULL;
        END $$
        """,
        """CREATE TRIGGER "ArticleWordsKept" AFTER INSERT OR UPDATE OF "Words" ON "Articles" FOR EACH ROW EXECUTE FUNCTION "KeepArticleWords"()""",
    ];

    // Articles from before this: by their slug, until they are saved again.
    private static void Fill(MigrationBuilder m)
    {
        m.Sql(
            """
            UPDATE "Articles" SET
                "Headline" = COALESCE((SELECT r."Headline" FROM "Revisions" AS r WHERE r."Id" = "Articles"."HeadId"), ''),
                "SavedAt" = (SELECT r."SavedAt" FROM "Revisions" AS r WHERE r."Id" = "Articles"."HeadId"),
                "SavedBy" = (SELECT r."SavedBy" FROM "Revisions" AS r WHERE r."Id" = "Articles"."HeadId")
            """);
        // A slug may hold a word twice, which the rows may not.
        m.Sql(m.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"
            ? """UPDATE "Articles" SET "Words" = (SELECT json_group_array(DISTINCT "value") FROM json_each('["' || replace("Slug", '-', '","') || '"]'))"""
            : """UPDATE "Articles" SET "Words" = (SELECT jsonb_agg(DISTINCT w)::text FROM regexp_split_to_table("Slug", '-') AS w)""");
    }
}
