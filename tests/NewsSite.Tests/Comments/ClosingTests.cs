using System.Net;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Comments;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Comments;

/// <summary>A moderator says until when a story takes comments. It is Monday 4 May 2026.</summary>
public sealed class ClosingTests
{
    [Fact]
    public async Task A_moderator_closes_a_discussion_at_once_and_opens_it_again_until_a_day()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post", "--Comments:CloseAfterDays=7");
        var story = await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01" });
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        var page = $"/newsroom/comments/stories/{story}";
        Assert.Contains("data-comment", await site.Reader.GetStringAsync("/news/pier"));

        using var closed = await SendAsync(mo, page, ("when", "now"));
        var whileClosed = await site.Reader.GetStringAsync("/news/pier");
        using var late = await site.SendFormAsync("/news/pier/comments", new() { ["name"] = "Ann", ["email"] = "ann@example.org", ["words"] = "Late." });
        using var open = await SendAsync(mo, page, ("when", "until"), ("until-day", "2026-05-20"));
        site.Clock.Pass(TimeSpan.FromDays(10)); // the site would have closed it
        var whileOpen = await site.Reader.GetStringAsync("/news/pier");
        site.Clock.Pass(TimeSpan.FromDays(7));
        var after = await site.Reader.GetStringAsync("/news/pier");

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.DoesNotContain("data-comment", whileClosed);
        Assert.Equal("/news/pier/comments/sent/closed", late.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
        Assert.Contains("data-comment", whileOpen);
        Assert.DoesNotContain("data-comment", after);
    }

    [Fact]
    public async Task A_time_that_has_passed_is_refused_beside_the_field_and_a_journalist_may_answer_but_not_close()
    {
        await using var site = await TestSite.StartAsync();
        var story = await site.PublishAsync(new AStory { Slug = "pier" });
        var comment = await site.WaitingAsync(story, "Ivy Lane", "Words.", CommentState.Approved);
        await site.WaitingAsync(story, "Tom Reed", "Not for readers.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        using var ada = await site.SignInAsync(Role.Journalist, "Ada Hart");
        var page = $"/newsroom/comments/stories/{story}";

        using var past = await SendAsync(mo, page, ("when", "until"), ("until-day", "2026-05-01"));
        using var nothing = await SendAsync(mo, page, ("when", "until"));
        var seen = await ada.GetStringAsync(page);
        using var tried = await SendAsync(ada, page, ("when", "now"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
        Assert.Contains("This has passed", await past.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains($"/newsroom/comments/{comment.Id}/answer", seen);
        Assert.DoesNotContain("Not for readers.", seen);
        Assert.DoesNotContain("When comments close", seen);
        Assert.Equal(HttpStatusCode.Forbidden, tried.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient who, string path, params (string Name, string Value)[] fields) =>
        who.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}
