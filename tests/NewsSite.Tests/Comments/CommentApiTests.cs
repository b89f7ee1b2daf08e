using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsSite.Tests.Accounts;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

public sealed class CommentApiTests
{
    [Fact]
    public async Task Programs_write_by_the_same_rules_and_read_what_readers_see()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var sent = await site.Reader.PostAsJsonAsync("/api/v1/articles/pier/comments", new { name = "Ann", email = "ann@example.org", words = "Gone, *all* of it." });
        var receipt = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.Accepted, "confirm"), (sent.StatusCode, receipt.GetProperty("next").GetString()));
        using var confirmed = await site.PressConfirmAsync(CommentSite.LinkIn(await site.LetterToAsync("ann@example.org")));
        Assert.Equal(CommentState.Approved, (await site.CommentOfAsync("Gone, *all* of it.")).State);
        using var answered = await site.Reader.PostAsJsonAsync("/api/v1/articles/pier/comments", new { name = "Ann", email = "ann@example.org", words = "Really.", answers = receipt.GetProperty("id").GetGuid() });
        Assert.Equal("shown", (await answered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("next").GetString());

        var text = await site.Reader.GetStringAsync("/api/v1/articles/pier/comments");
        var page = JsonDocument.Parse(text).RootElement;
        Assert.Equal(1, page.GetProperty("total").GetInt32());
        var thread = page.GetProperty("items")[0];
        Assert.Equal("<p>Gone, <em>all</em> of it.</p>\n", thread.GetProperty("comment").GetProperty("html").GetString());
        Assert.Equal("Really.", thread.GetProperty("answers")[0].GetProperty("words").GetString());
        Assert.DoesNotContain("ann@example.org", text);
        Assert.Contains("Gone, ", await site.Reader.GetStringAsync("/news/pier/comments/feed.xml"));
        Assert.Contains("\"commentCount\":2", await site.Reader.GetStringAsync("/news/pier"));
    }

    [Fact]
    public async Task What_will_not_do_is_told_as_problem_details()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        using var faulty = await site.Reader.PostAsJsonAsync("/api/v1/articles/pier/comments", new { name = "", email = "x", words = "" });
        using var nowhere = await site.Reader.PostAsJsonAsync("/api/v1/articles/no-such/comments", new { name = "Ann", email = "ann@example.org", words = "Words." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.StatusCode);
        Assert.Equal(3, (await faulty.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").EnumerateObject().Count());
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }
}
