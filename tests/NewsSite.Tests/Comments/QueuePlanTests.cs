using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Data;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Comments;

/// <summary>A site with 20,000 comments of 500 readers: one in forty waits, one in fifty is reported, one in eighty appealed.</summary>
public sealed class LargeQueue : IAsyncLifetime
{
    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)";

    internal TestSite Site { get; private set; } = null!;

    internal QueryLog Log { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync("--Cache:Enabled=false");
        var story = await Site.PublishAsync(new());
        await Site.InDbAsync(async db =>
        {
            var sql = db.IsSqlite;
            string Id(string tail, string number) => sql ? $"printf('00000000-0000-7000-{tail}-%012X', {number})" : $"('00000000-0000-7000-{tail}-' || lpad(to_hex({number}), 12, '0'))::uuid";
            var at = sql ? "datetime('2025-01-01', '+' || i || ' minutes')" : "timestamptz '2025-01-01Z' + i * interval '1 minute'";
            var article = sql ? $"'{story.ToString().ToUpperInvariant()}'" : $"'{story}'::uuid";
            foreach (var statement in new[]
            {
                $"""{Numbers} INSERT INTO "Commenters" ("Id", "Email", "Name", "SeenAt", "ConfirmedAt", "BlockedAt", "BlockedWhy") SELECT {Id("9000", "i")}, 'r' || i || '@example.org', 'Reader ' || i, {at}, {at}, CASE WHEN i % 100 = 0 THEN {at} END, 'why' FROM n WHERE i <= 5000""",
                $"""
                {Numbers} INSERT INTO "Comments" ("Id", "ArticleId", "ThreadId", "AnswersId", "CommenterId", "Name", "Words", "State", "Verdict", "At", "ReportedAt", "ListId", "Version")
                SELECT {Id("8000", "i")}, {article}, {Id("8000", "i")}, CASE WHEN i % 3 = 0 THEN {Id("8000", "i - 1")} END, {Id("9000", "1 + i % 500")}, 'Reader', 'Words.',
                    CASE WHEN i % 40 = 1 THEN 'Pending' WHEN i % 40 IN (2, 3) THEN 'Refused' WHEN i % 40 = 4 THEN 'Spam' ELSE 'Approved' END, 'Pending', {at}, CASE WHEN i % 50 = 0 THEN {at} END, {article}, 1 FROM n
                """,
                $"""{Numbers} INSERT INTO "CommentDecisions" ("CommentId", "At", "Act", "By", "From", "To", "Reason") SELECT {Id("8000", "i")}, {at}, 'Checked', 'mode', 'Pending', 'Pending', 'ReadFirst' FROM n""",
                $"""{Numbers} INSERT INTO "CommentReports" ("Id", "CommentId", "At", "Reason", "Words", "DecidedAt") SELECT {Id("a000", "i")}, {Id("8000", "i")}, {at}, 'Abusive', '', CASE WHEN i % 50 = 0 THEN NULL ELSE {at} END FROM n""",
                $"""{Numbers} INSERT INTO "CommentAppeals" ("CommentId", "At", "Words", "DecidedAt") SELECT {Id("8000", "i")}, {at}, 'Why?', CASE WHEN i % 80 = 2 THEN NULL ELSE {at} END FROM n""",
            }) await db.Database.ExecuteSqlRawAsync(statement);
            return sql ? 0 : await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        });
        Log = new(await Site.InDbAsync(db => Task.FromResult(db.IsSqlite ? Site.Folder : db.Database.GetDbConnection().Database)));
        await Site.RestartAsync("--Cache:Enabled=false");
    }

    public async Task DisposeAsync()
    {
        Log.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>No list of comments grows with them.</summary>
public sealed class QueuePlanTests(LargeQueue large) : IClassFixture<LargeQueue>
{
    private const string Middle = "638713000000000000.00000000000070008000000000000100"; // late December 2024, before all; the newest first begin behind it

    private const string Later = "638720000000000000.00000000000070008000000000000100"; // 5 January 2025

    [Theory]
    [InlineData("/newsroom/comments", 20)]
    [InlineData($"/newsroom/comments?after={Later}", 20)]
    [InlineData($"/newsroom/comments?after={Middle}", 20)]
    [InlineData("/newsroom/comments?shelf=reported", 20)]
    [InlineData($"/newsroom/comments?shelf=reported&after={Later}", 20)]
    [InlineData("/newsroom/comments?shelf=appeals", 20)]
    [InlineData($"/newsroom/comments?shelf=appeals&after={Later}", 20)]
    [InlineData("/newsroom/comments?shelf=approved", 20)]
    [InlineData($"/newsroom/comments?shelf=approved&after={Later}", 20)]
    [InlineData("/newsroom/comments?shelf=refused", 20)]
    [InlineData("/newsroom/comments?shelf=spam", 20)]
    [InlineData($"/newsroom/comments?shelf=spam&after={Later}", 20)]
    [InlineData("/newsroom/comments/writers/00000000-0000-7000-9000-000000000003", 20)]
    [InlineData($"/newsroom/comments/writers/00000000-0000-7000-9000-000000000003?after={Later}", null)]
    [InlineData("/newsroom/comments/blocked", 0)]
    [InlineData("/newsroom/comments/00000000-0000-7000-8000-000000000003", 1)]
    [InlineData($"/newsroom/api/comments/now?shelf=pending&last={Later}&ids=00000000-0000-7000-8000-000000000003,00000000-0000-7000-8000-000000000004", 0)]
    public async Task A_list_of_comments_reads_ranges_of_indexes(string path, int? entries)
    {
        using var mo = await large.Site.SignInAsync(Role.Moderator, "Mo Dera");
        await mo.GetAsync(path);
        large.Log.Take();

        using var answer = await mo.GetAsync(path);
        var sent = large.Log.Take().Where(q => q.Sql.StartsWith("SELECT", StringComparison.Ordinal) && q.Sql.Contains("\"Comment", StringComparison.Ordinal)).ToList(); // background work asks too

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var found = (await answer.Content.ReadAsStringAsync()).Split("class=\"q-entry\"").Length - 1;
        if (entries is { } expected) Assert.Equal(expected, found);
        Assert.NotEmpty(sent);
        foreach (var query in sent)
        {
            var plan = await large.Site.InDbAsync(db => QueryPlan.OfAsync(db, query, "Comments", "Commenters", "CommentDecisions", "CommentReports", "CommentAppeals"));
            var isCount = query.Sql.StartsWith("SELECT count", StringComparison.OrdinalIgnoreCase); // of the 250 that wait PostgreSQL may sort all, when it has not tidied up after the making of them
            var faults = plan.Faults.Where(f => !f.EndsWith(" of Articles", StringComparison.Ordinal) && !f.EndsWith(" of Revisions", StringComparison.Ordinal) && !(isCount && f == "Sort of 250 rows")).ToList(); // there is one article here
            Assert.True(faults.Count == 0, $"{path}: {string.Join(", ", faults)}\n\n{query.Sql}\n\n{plan.Text}");
        }
    }
}
