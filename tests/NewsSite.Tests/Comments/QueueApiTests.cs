using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Comments;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Comments;

/// <summary>What the script of the queue asks for.</summary>
public sealed class QueueApiTests
{
    [Fact]
    public async Task The_state_of_the_queue_is_sent_again_only_when_it_has_changed()
    {
        await using var site = await TestSite.StartAsync();
        var story = await site.PublishAsync(new());
        var one = await site.WaitingAsync(story, "Ivy Lane", "One.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var path = $"/newsroom/api/comments/now?shelf=pending&last={one.At.UtcTicks}.{one.Id:N}&ids={one.Id}";

        using var first = await mo.GetAsync(path);
        using var same = await AskAgainAsync(mo, path, first);
        var two = await site.WaitingAsync(story, "Tom Reed", "Two.");
        using var opened = await ben.PutAsync(PathOf(one), null);
        using var changed = await AskAgainAsync(mo, path, first);
        var now = (await changed.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, same.StatusCode, changed.StatusCode));
        Assert.Equal((2, 2, 1), ((int)now["pending"]!, (int)now["total"]!, (int)now["behind"]!));
        Assert.Equal("Ben Hart", (string?)now["shown"]![0]!["openedBy"]);
        Assert.Equal(CommentState.Pending, (await site.NowAsync(two.Id)).State);
    }

    [Fact]
    public async Task Of_two_moderators_the_later_is_told_what_the_earlier_decided()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "One.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");

        var both = await Task.WhenAll(DecideAsync(mo, "approve", comment), DecideAsync(ben, "approve", comment));
        var done = both.Count(o => (bool)o["isDone"]!);

        Assert.Equal(1, done);
        Assert.Matches("^Since you saw this comment, (Mo Dera|Ben Hart) approved it\\.$", (string)both.Single(o => !(bool)o["isDone"]!)["message"]!);
        Assert.Equal(2, (await site.NowAsync(comment.Id)).Version);
    }

    [Fact]
    public async Task A_comment_is_open_for_one_and_free_again_when_they_leave_it()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "One.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var path = PathOf(comment);

        var first = await OpenAsync(ben, path);
        var second = await OpenAsync(mo, path);
        var tried = await DecideAsync(mo, "spam", comment);
        using var left = await ben.DeleteAsync(path);
        var third = await OpenAsync(mo, path);

        Assert.Null(first);
        Assert.Equal("Ben Hart", second);
        Assert.Equal("Ben Hart has this comment open.", (string?)tried["message"]);
        Assert.Equal((HttpStatusCode.NoContent, null), (left.StatusCode, third));
    }

    [Fact]
    public async Task An_opening_that_arrives_after_its_own_decision_opens_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "One.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");

        var decided = await DecideAsync(ben, "spam", comment);
        var late = await OpenAsync(ben, PathOf(comment));
        var after = await site.NowAsync(comment.Id);
        var other = await OpenAsync(mo, PathOf(after));
        var later = await OpenAsync(ben, PathOf(comment));
        using var absent = await mo.PutAsync($"/newsroom/api/comments/{Guid.Empty}/opening?version=1", null);
        using var unseen = await mo.PutAsync($"/newsroom/api/comments/{comment.Id}/opening", null);

        Assert.True((bool)decided["isDone"]!);
        Assert.Equal((null, null, null), (late, after.OpenedBy, after.OpenedUntil));
        Assert.Equal((null, "Mo Dera"), (other, later));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (absent.StatusCode, unseen.StatusCode));
    }

    [Fact]
    public async Task A_refusal_without_a_reason_is_told_by_field_and_nonsense_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "One.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");

        var wrong = await DecideAsync(mo, "refuse", comment);
        using var nonsense = await mo.PostAsJsonAsync("/newsroom/api/comments/decisions", new { act = "burn", items = new[] { QueuePageTests.Item(comment) } });
        using var nothing = await mo.PostAsJsonAsync("/newsroom/api/comments/decisions", new { act = "approve", items = Array.Empty<string>() });
        using var strange = await mo.GetAsync("/newsroom/api/comments/now?ids=x");

        Assert.Equal("Choose a reason.", (string?)wrong["faults"]!["reason"]);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (nonsense.StatusCode, nothing.StatusCode, strange.StatusCode));
    }

    private static async Task<HttpResponseMessage> AskAgainAsync(HttpClient who, string path, HttpResponseMessage before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        return await who.SendAsync(request);
    }

    private static string PathOf(Comment comment) => $"/newsroom/api/comments/{comment.Id}/opening?version={comment.Version}";

    private static async Task<string?> OpenAsync(HttpClient who, string path) => (string?)(await (await who.PutAsync(path, null)).Content.ReadFromJsonAsync<JsonObject>())!["openedBy"];

    private static async Task<JsonNode> DecideAsync(HttpClient who, string act, Comment comment)
    {
        using var answer = await who.PostAsJsonAsync("/newsroom/api/comments/decisions", new { act, items = new[] { QueuePageTests.Item(comment) } });
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["outcomes"]![0]!;
    }
}
