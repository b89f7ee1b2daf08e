using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>What stands around stories: vacancies with hours and references, promotions that take turns and are counted, alerts, and what stories share.</summary>
[DbContext(typeof(NewsDb)), Migration("0014_Around")]
internal sealed class M0014_Around : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Hours", "Vacancies", nullable: true);
        migrationBuilder.AddColumn<string>("Work", "Vacancies", nullable: true);
        migrationBuilder.AddColumn<string>("Reference", "Vacancies", nullable: true);
        migrationBuilder.CreateIndex("IX_Vacancies_Recruiter_Reference", "Vacancies", ["Recruiter", "Reference"], unique: true);

        migrationBuilder.AddColumn<int>("Weight", "Promotions", nullable: false, defaultValue: 1);
        migrationBuilder.CreateTable("PromotionClicks", t => new
        {
            Promotion = t.Column<string>(),
            Day = t.Column<string>(),
            Clicks = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_PromotionClicks", c => new { c.Promotion, c.Day }));

        migrationBuilder.CreateTable("Alerts", t => new
        {
            Slug = t.Column<string>(),
            Severity = t.Column<string>(),
            Headline = t.Column<string>(),
            Words = t.Column<string>(nullable: true),
            Address = t.Column<string>(nullable: true),
            LinkText = t.Column<string>(nullable: true),
            StartsAt = t.Column<DateTime>(),
            EndsAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_Alerts", a => a.Slug));
        migrationBuilder.CreateIndex("IX_Alerts_EndsAt", "Alerts", "EndsAt");

        Subjects(migrationBuilder);
    }

    private static void Subjects(MigrationBuilder m)
    {
        m.CreateTable("StorySubjects", t => new
        {
            ArticleId = t.Column<Guid>(),
            Subject = t.Column<string>(),
            PublishedAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_StorySubjects", s => new { s.ArticleId, s.Subject });
            t.ForeignKey("FK_StorySubjects_Articles_ArticleId", s => s.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_StorySubjects_Subject_PublishedAt_ArticleId", "StorySubjects", ["Subject", "PublishedAt", "ArticleId"]);
        // What SQL can see of the stories that are live. The rest, what their blocks name, comes with the next revision that goes live.
        m.Sql(
            """
            INSERT INTO "StorySubjects" ("ArticleId", "Subject", "PublishedAt")
            SELECT DISTINCT s."ArticleId", 'person:' || s."Person", a."PublishedAt"
            FROM "SpokenWords" AS s JOIN "Articles" AS a ON a."Id" = s."ArticleId" JOIN "Revisions" AS r ON r."Id" = a."LiveId"
            WHERE r."Kind" <> 'Sponsored' AND a."PublishedAt" IS NOT NULL
            """);
        var (each, named) = m.ActiveProvider is "Microsoft.EntityFrameworkCore.Sqlite"
            ? ("""json_each(r."Sources") AS named""", "named.value")
            : ("""jsonb_array_elements_text(r."Sources"::jsonb) AS named(value)""", "named.value");
        foreach (var (subject, from) in new[]
        {
            ($"'source:' || {named}", ""),
            ("""'publisher:' || x."Publisher" """, $"""JOIN "Sources" AS x ON x."Slug" = {named} AND x."Publisher" IS NOT NULL"""),
        })
            m.Sql(
                $"""
                INSERT INTO "StorySubjects" ("ArticleId", "Subject", "PublishedAt")
                SELECT DISTINCT a."Id", {subject}, a."PublishedAt"
                FROM "Articles" AS a JOIN "Revisions" AS r ON r."Id" = a."LiveId" CROSS JOIN {each} {from}
                WHERE r."Kind" <> 'Sponsored' AND a."PublishedAt" IS NOT NULL
                """);
    }
}
