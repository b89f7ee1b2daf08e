using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Web.Data.Migrations;

/// <summary>The index of live stories, and the words in it. It is filled by the first start after this, or by the verb <c>reindex</c>.</summary>
[DbContext(typeof(NewsDb)), Migration("0012_Search")]
internal sealed class M0012_Search : Migration
{
    // The words are not kept twice: passages are made from the stories themselves. Prefixes are looked up in SearchWords.
    private static readonly string[] Sqlite =
    [
        """
        CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Headline", "Standfirst", "Names", "Marks", "Body", content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')
        """,
        """CREATE TRIGGER "SearchEntries_Removed" AFTER DELETE ON "SearchEntries" BEGIN DELETE FROM "SearchIndex" WHERE rowid = OLD."Id"; END""",
    ];

    // Head holds what stands above the text, small enough to be ranked by the thousand; Words holds all of it.
    private static readonly string[] PostgreSql =
    [
        """
        CREATE TABLE "SearchIndex" ("Id" bigint PRIMARY KEY REFERENCES "SearchEntries" ("Id") ON DELETE CASCADE, "Marks" text[] NOT NULL, "Head" tsvector NOT NULL, "Words" tsvector NOT NULL)
        """,
        """CREATE INDEX "IX_SearchIndex_Head" ON "SearchIndex" USING gin ("Head")""",
        """CREATE INDEX "IX_SearchIndex_Words" ON "SearchIndex" USING gin ("Words")""",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("SearchEntries", t => new
        {
            Id = t.Column<long>(),
            ArticleId = t.Column<Guid>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SearchEntries", e => e.Id);
            t.ForeignKey("FK_SearchEntries_Articles_ArticleId", e => e.ArticleId, "Articles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_SearchEntries_ArticleId", "SearchEntries", "ArticleId", unique: true);
        migrationBuilder.CreateTable("SearchWords", t => new
        {
            Word = t.Column<string>(),
            Length = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_SearchWords", w => w.Word));
        migrationBuilder.CreateIndex("IX_SearchWords_Length_Word", "SearchWords", ["Length", "Word"]);
        foreach (var statement in ActiveProvider is "Microsoft.EntityFrameworkCore.Sqlite" ? Sqlite : PostgreSql) migrationBuilder.Sql(statement);
    }
}
