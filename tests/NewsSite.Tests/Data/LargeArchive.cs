using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Search;

namespace NewsSite.Tests.Data;

/// <summary>A site with 20,000 articles over ten years, half of them of the topic <c>council</c>, two statements in each, and as many acts. Rows only: their words are all the same.</summary>
public sealed class LargeArchive : IAsyncLifetime
{
    public const int Articles = 20_000;

    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)";

    private HttpClient? _editor;

    internal TestSite Site { get; private set; } = null!;

    /// <summary>The queries that the site sends.</summary>
    internal QueryLog Log { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync("--Cache:Enabled=false");
        await Site.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var statement in Fill(db.IsSqlite ? Dialect.Sqlite : Dialect.PostgreSql)) await db.Database.ExecuteSqlRawAsync(statement);
            await services.GetRequiredService<PlaceInListings>().RenumberAsync(CancellationToken.None);
            await transaction.CommitAsync();
            return db.IsSqlite ? 0 : await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"); // PostgreSQL does so by itself; nobody does on SQLite
        });
        Log = new(await Site.InDbAsync(db => Task.FromResult(db.IsSqlite ? Site.Folder : db.Database.GetDbConnection().Database)));
        await Site.RestartAsync("--Cache:Enabled=false"); // it reads its registers again, and sees that there is a log
    }

    /// <summary>An editor who has written in every tenth story.</summary>
    public async Task<HttpClient> EditorAsync()
    {
        if (_editor is not null) return _editor;
        var account = await Site.MakeAccountAsync(Role.Editor, "Ben Hart");
        await Site.InDbAsync(async db =>
        {
            var me = db.IsSqlite ? $"'{account.Id.ToString().ToUpperInvariant()}'" : $"'{account.Id}'::uuid";
            var sql = db.IsSqlite ? Dialect.Sqlite : Dialect.PostgreSql;
            var insert = $"""{Numbers} INSERT INTO "Contributors" ("ArticleId", "AccountId", "LastAt") SELECT {sql.Article}, {me}, {sql.At} FROM n WHERE i % 10 = 0""";
            await db.Database.ExecuteSqlRawAsync(insert);
            return db.IsSqlite ? 0 : await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        });
        return _editor = await Site.SignInAsync(account);
    }

    public async Task DisposeAsync()
    {
        _editor?.Dispose();
        Log.Dispose();
        await Site.DisposeAsync();
    }

    private static IEnumerable<string> Fill(Dialect sql) =>
    [
        """INSERT INTO "Topics" ("Slug", "Name", "Section") VALUES ('council', 'Council', 1), ('t1', 'Schools', 2), ('t2', 'Roads', NULL)""",
        $"""{Numbers} INSERT INTO "Authors" ("Slug", "Name", "IsDesk") SELECT 'a' || i, 'Author ' || i, {sql.False} FROM n WHERE i <= 12""",
        $"""{Numbers} INSERT INTO "People" ("Slug", "Name", "OtherNames", "Roles") SELECT 'p' || i, 'Person ' || i, '[]', '[]' FROM n WHERE i <= 1600""",
        $"""
        {Numbers} INSERT INTO "Articles" ("Id", "Slug", "State", "HeadId", "LiveId", "PublishedAt", "PublishedWall", "Zone", "Month", "Version", "Headline", "Words", "SavedAt", "SavedBy", "IsSlugChosen")
        SELECT {sql.Article}, 'story-' || i, 'Live', {sql.Revision}, {sql.Revision}, {sql.At}, {sql.Day}, 'Europe/London', {sql.Month}, 1, 'Story ' || i, '["story","' || i || '"]', {sql.At}, 'import', {sql.False} FROM n
        """,
        $$$"""
        {{{Numbers}}} INSERT INTO "Revisions" ("Id", "ArticleId", "SavedAt", "SavedBy", "Kind", "Headline", "Standfirst", "Bylines", "Topics", "Sources", "Comments", "Blocks")
        SELECT {{{sql.Revision}}}, {{{sql.Article}}}, {{{sql.At}}}, 'import', 'News', 'Story ' || i, 'What happened.', '["a' || (1 + i % 12) || '"]',
            '[' || CASE WHEN i % 2 = 0 THEN '"council",' ELSE '' END || '"t' || (1 + i % 11) || '"]', '[]', 'Site',
            '[{{"type":"prose","id":"words","v":1,"text":"{{{string.Concat(Enumerable.Repeat("The councillors met again. ", 80))}}}"}}]' FROM n
        """,
        // One story shares a document with every third of the others, and its publisher with every second.
        """INSERT INTO "Sources" ("Slug", "Title", "Publisher") VALUES ('survey', 'Survey', 'Trust')""",
        """UPDATE "Revisions" SET "Sources" = '["survey"]' WHERE "Headline" = 'Story 12345'""",
        $"""{Numbers} INSERT INTO "StorySubjects" ("ArticleId", "Subject", "PublishedAt") SELECT {sql.Article}, 'source:survey', {sql.At} FROM n WHERE i % 3 = 0""",
        $"""{Numbers} INSERT INTO "StorySubjects" ("ArticleId", "Subject", "PublishedAt") SELECT {sql.Article}, 'publisher:Trust', {sql.At} FROM n WHERE i % 2 = 0""",
        $"""{Numbers} INSERT INTO "SearchEntries" ("Id", "ArticleId") SELECT {sql.SearchId}, {sql.Article} FROM n""",
        $"""{Numbers} INSERT INTO "SearchIndex" {sql.SearchRow} FROM n""",
        """INSERT INTO "SearchWords" ("Word", "Length") VALUES ('story', 5), ('councillors', 11), ('met', 3), ('again', 5), ('happened', 8)""",
        $"""{Numbers} INSERT INTO "Listings" ("ArticleId", "List", "Position", "PublishedAt") SELECT {sql.Article}, 'news', 0, {sql.At} FROM n""",
        $"""{Numbers} INSERT INTO "Listings" ("ArticleId", "List", "Position", "PublishedAt") SELECT {sql.Article}, 'topic:council', 0, {sql.At} FROM n WHERE i % 2 = 0""",
        $"""{Numbers} INSERT INTO "Listings" ("ArticleId", "List", "Position", "PublishedAt") SELECT {sql.Article}, 'topic:t' || (1 + i % 11), 0, {sql.At} FROM n""",
        $"""{Numbers} INSERT INTO "Listings" ("ArticleId", "List", "Position", "PublishedAt") SELECT {sql.Article}, 'author:a' || (1 + i % 12), 0, {sql.At} FROM n""",
        $"""
        {Numbers} INSERT INTO "AuditEntries" ("Number", "At", "AccountId", "By", "Act", "ArticleId", "Subject", "Words", "Previous", "Hash")
        SELECT i, {sql.At}, CASE WHEN i % 50 = 0 THEN NULL ELSE {sql.Article.Replace("i)", "i % 7)", StringComparison.Ordinal)} END, 'Ada Quill', 'article.act-' || (i % 30), {sql.Article.Replace("i)", "i % 900)", StringComparison.Ordinal)},
            'people/p' || (i % 400), 'did it', 'x', 'x' FROM n
        """,
        """UPDATE "AuditHead" SET "Number" = 20000""",
        $"""{Numbers} INSERT INTO "Contributors" ("ArticleId", "AccountId", "LastAt") SELECT {sql.Article}, {sql.Article.Replace("i)", "i % 7)", StringComparison.Ordinal)}, {sql.At} FROM n""",
        // Every twentieth has changes in review, every fortieth is planned, and one in a hundred waits for its minute; what was scheduled before is done.
        """UPDATE "Articles" SET "Work" = 'InReview' WHERE CAST(substr("Slug", 7) AS INTEGER) % 20 = 1""",
        """UPDATE "Articles" SET "Work" = 'Approved' WHERE CAST(substr("Slug", 7) AS INTEGER) % 20 = 2""",
        $"""UPDATE "Articles" SET "DueAt" = {sql.Soon} WHERE CAST(substr("Slug", 7) AS INTEGER) % 100 = 3""",
        $"""
        {Numbers} INSERT INTO "TimedActs" ("Id", "ArticleId", "Kind", "RevisionId", "Wall", "Zone", "DueAt", "MadeBy", "MadeAt", "Status", "Version")
        SELECT {sql.Article}, {sql.Article}, 'Publish', {sql.Revision}, '2026-05-05 06:00', 'Europe/London', CASE WHEN i % 100 = 3 THEN {sql.Soon} ELSE {sql.At} END, 'Ben', {sql.At}, CASE WHEN i % 100 = 3 THEN 'Waiting' ELSE 'Done' END, 1 FROM n
        """,
        $"""
        {Numbers} INSERT INTO "ForcedPublications" ("Id", "ArticleId", "RevisionId", "ById", "By", "At", "Why", "ReviewedAt", "Version")
        SELECT {sql.Article}, {sql.Article}, {sql.Revision}, {sql.Article}, 'Dora', {sql.At}, 'It could not wait.', CASE WHEN i % 500 = 0 THEN NULL ELSE {sql.At} END, 1 FROM n
        """,
        $"""{Numbers} INSERT INTO "StateChanges" ("ArticleId", "RevisionId", "From", "To", "At", "By", "Act") SELECT {sql.Article}, {sql.Revision}, 'Draft', 'Live', {sql.At}, 'import', 'Published' FROM n""",
        // A story with 2,000 threads, and a comment on each of the others.
        $"""
        {Numbers} INSERT INTO "Commenters" ("Id", "Email", "Name", "SeenAt", "ConfirmedAt") SELECT {sql.Article}, 'reader' || i || '@example.org', 'Reader', {sql.At}, {sql.At} FROM n WHERE i <= 5000
        """,
        $"""
        {Numbers} INSERT INTO "Comments" ("Id", "ArticleId", "ThreadId", "CommenterId", "Name", "Words", "State", "Verdict", "At", "ListId", "Position", "WordsHash", "Version")
        SELECT {sql.Article}, {sql.Article.Replace("i)", "12345)", StringComparison.Ordinal)}, {sql.Article}, {sql.Article.Replace("i)", "1 + i % 5000)", StringComparison.Ordinal)}, 'Reader', 'The same words.', 'Approved', 'Approved', {sql.At}, {sql.Article.Replace("i)", "12345)", StringComparison.Ordinal)}, i, 'h' || i, 1 FROM n WHERE i <= 2000
        """,
        $"""
        {Numbers} INSERT INTO "Comments" ("Id", "ArticleId", "ThreadId", "CommenterId", "Name", "Words", "State", "Verdict", "At", "ListId", "Position", "WordsHash", "Version")
        SELECT {sql.Revision}, {sql.Article}, {sql.Revision}, {sql.Article.Replace("i)", "1 + i % 5000)", StringComparison.Ordinal)}, 'Reader', 'Other words.', CASE WHEN i % 100 = 0 THEN 'Pending' ELSE 'Approved' END, 'Approved', {sql.At}, {sql.Article},
            CASE WHEN i % 100 = 0 THEN NULL ELSE 1 END, 'g' || i, 1 FROM n WHERE i <> 12345
        """,
        .. from place in new[] { 1, 2 }
           select $"""
           {Numbers} INSERT INTO "SpokenWords" ("ArticleId", "BlockId", "Person", "Name", "Role", "Words", "PublishedAt", "Position")
           SELECT {sql.Article}, 's{place}', 'p' || (1 + (i * 7 + {place}) % 1600), 'Cllr', 'chair', '["Words."]', {sql.At}, {place} FROM n
           """,
    ];

    /// <summary>How each database writes ids and times that follow from a row's number.</summary>
    private sealed record Dialect(string Article, string Revision, string At, string Day, string Month, string False, string Soon, string SearchId, string SearchRow)
    {
        public static readonly Dialect Sqlite = new(
            "printf('00000000-0000-7000-8000-%012X', i)", "printf('00000000-0000-7000-9000-%012X', i)",
            "datetime('2016-01-01', '+' || (i * 262) || ' minutes')", "date('2016-01-01', '+' || (i * 262) || ' minutes')",
            "CAST(strftime('%Y%m', '2016-01-01', '+' || (i * 262) || ' minutes') AS INTEGER)", "0", "'2026-05-05 06:00:00'",
            Number, $"(rowid, \"Headline\", \"Standfirst\", \"Names\", \"Marks\", \"Body\") SELECT {Number}, 'story ' || i, 'what happened', '', '{Marks}', 'the councillors met again'");

        public static readonly Dialect PostgreSql = new(
            "('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid", "('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid",
            "timestamptz '2016-01-01Z' + i * interval '262 minutes'", "to_char(timestamp '2016-01-01' + i * interval '262 minutes', 'YYYY-MM-DD')",
            "to_char(timestamp '2016-01-01' + i * interval '262 minutes', 'YYYYMM')::int", "FALSE", "timestamptz '2026-05-05 06:00Z'",
            Number, $"(\"Id\", \"Marks\", \"Head\", \"Words\") SELECT {Number}, string_to_array('{Marks}', ' '), setweight(to_tsvector('english', 'story ' || i), 'A'), setweight(to_tsvector('english', 'story ' || i), 'A') || to_tsvector('english', 'the councillors met again {Marks}')");

        // Rising with the day, as those of real stories: 2016 is some 63.6 thousand million seconds after the first year.
        private static string Number => "((63587289600 + CAST(i AS BIGINT) * 15720) * 16777216)";

        private static string Marks => $"{SearchMark.Story} {SearchMark.Kind(ArticleKind.News)} {SearchMark.Topic("council")}";
    }
}
