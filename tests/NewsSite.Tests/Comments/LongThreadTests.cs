using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Tests.Feeds;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;

namespace NewsSite.Tests.Comments;

/// <summary>One comment that sixty readers answer.</summary>
public sealed class LongThreadTests
{
    [Fact]
    public async Task A_page_shows_the_first_answers_and_leads_to_all_of_them()
    {
        await using var site = await TestSite.StartAsync();
        var (top, answers) = await FillAsync(site);

        var story = await PageAsync(site, "/news/pier");
        var second = await PageAsync(site, $"/news/pier/comments/{top.Id}/answers?page=2");
        using var near = await site.Reader.GetAsync($"/news/pier/comments/{answers[9].Id}");
        using var far = await site.Reader.GetAsync($"/news/pier/comments/{answers[54].Id}");
        using var beyond = await site.Reader.GetAsync($"/news/pier/comments/{top.Id}/answers?page=3");
        var api = (await site.JsonAsync("/api/v1/articles/pier/comments")).GetProperty("items")[0];
        var rest = await site.JsonAsync($"/api/v1/articles/pier/comments/{top.Id}/answers?page=2");

        Assert.Equal(10, story.QuerySelectorAll("ol.answers > li").Length);
        Assert.Equal($"/news/pier/comments/{top.Id}/answers", story.QuerySelector(".answers a.more")!.GetAttribute("href"));
        Assert.StartsWith("All 60 answers", story.QuerySelector(".answers a.more")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("61 comments", story.QuerySelector("#comments")!.TextContent);
        Assert.Equal(10, second.QuerySelectorAll(".threads > li").Length);
        Assert.Contains("answers Ann", second.QuerySelector(".threads > li .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/news/pier#comment-{answers[9].Id}", near.Headers.Location!.OriginalString);
        Assert.Equal($"/news/pier/comments/{top.Id}/answers?page=2#comment-{answers[54].Id}", far.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Equal((10, 60), (api.GetProperty("answers").GetArrayLength(), api.GetProperty("answersTotal").GetInt32()));
        Assert.Equal((60, 10), (rest.GetProperty("total").GetInt32(), rest.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task An_answer_that_is_refused_leaves_no_gap_and_comes_back_to_its_place()
    {
        await using var site = await TestSite.StartAsync();
        var (_, answers) = await FillAsync(site);
        var mo = await site.ModeratorAsync();

        await site.AsAsync(mo, book => book.SpamAsync(answers[4].Id, 1, default));
        var without = await WordsAsync(site);
        await site.AsAsync(mo, book => book.ApproveAsync(answers[4].Id, 2, default));
        var again = await WordsAsync(site);

        Assert.Equal(["1", "2", "3", "4", "6", "7", "8", "9", "10", "11"], without);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], again);
    }

    private static async Task<(Comment Top, IReadOnlyList<Comment> Answers)> FillAsync(TestSite site)
    {
        var story = await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01" });
        var begin = site.Clock.GetUtcNow().AddHours(-2);
        var top = Written(story, "Ann", "What now?", begin, null);
        var answers = Enumerable.Range(1, 60).Select(i => Written(story, "Ben", $"{i}", begin.AddSeconds(i), top)).ToList();
        await site.InDbAsync(async db =>
        {
            db.AddRange([top, .. answers]);
            await db.SaveChangesAsync();
            foreach (var comment in answers) await db.PlaceAsync(comment.Id, default);
            return 0;
        });
        return (top, answers);
    }

    private static Comment Written(Guid story, string name, string words, DateTimeOffset at, Comment? answered)
    {
        var id = Guid.CreateVersion7(at);
        return new() { Id = id, ArticleId = story, ThreadId = answered?.Id ?? id, AnswersId = answered?.Id, Name = name, Words = words, State = CommentState.Approved, Verdict = CommentState.Approved, At = at };
    }

    private static async Task<string[]> WordsAsync(TestSite site) => [.. (await PageAsync(site, "/news/pier")).QuerySelectorAll("ol.answers .comment > p:not(.meta)").Select(p => p.TextContent)];

    private static async Task<IHtmlDocument> PageAsync(TestSite site, string path) => await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync(path));
}
