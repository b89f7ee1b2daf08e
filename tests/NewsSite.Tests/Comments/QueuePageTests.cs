using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Comments;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Comments;

/// <summary>The queue without scripts: every button sends its form.</summary>
public sealed class QueuePageTests
{
    [Fact]
    public async Task The_queue_shows_what_waits_the_oldest_first_with_all_that_a_moderator_needs()
    {
        await using var site = await TestSite.StartAsync();
        var story = await site.PublishAsync(new AStory { Standfirst = "Nobody was hurt." });
        var seen = await site.WaitingAsync(story, "Ivy Lane", "Was anybody *there*?", CommentState.Approved);
        await site.WaitingAsync(story, "Ivy Lane", "Older words of Ivy.", CommentState.Refused);
        await site.WaitingAsync(story, "Ivy Lane", "First in the queue.");
        await site.WaitingAsync(story, "Tom Reed", "Yes, <b>I</b> was.", answers: seen.Id, isConfirmed: false);
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");

        var page = await PageAsync(mo, "/newsroom/comments");
        var entries = page.QuerySelectorAll(".q-entry");

        Assert.Equal(["Ivy Lane", "Tom Reed"], entries.Select(e => e.QuerySelector(".q-name")!.TextContent.Trim()));
        Assert.Contains("Before: 1 approved, 1 refused, 0 spam.", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("not confirmed", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>Yes, &lt;b&gt;I&lt;/b&gt; was.</p>", entries[1].QuerySelector(".q-words")!.InnerHtml.Trim());
        Assert.Contains("Was anybody", entries[1].QuerySelector(".q-answered")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It holds 4 links.", entries[1].QuerySelector(".q-findings")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/news/storm-takes-the-pier", entries[0].QuerySelector(".q-story h3 a")!.GetAttribute("href"));
        Assert.Contains("Nobody was hurt.", entries[0].QuerySelector(".q-story")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector(".bar-count b")!.TextContent);
        Assert.DoesNotContain("example.org", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve", CommentState.Approved, "approved")]
    [InlineData("spam", CommentState.Spam, "spam")]
    public async Task A_button_decides_and_the_next_page_takes_it_back(string act, CommentState expected, string shelf)
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "Words.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");

        var sent = await SendAsync(mo, "/newsroom/comments", act, Item(comment));
        Assert.Equal("/newsroom/comments", sent.Headers.Location?.OriginalString);
        Assert.Equal(expected, (await site.NowAsync(comment.Id)).State);
        Assert.Single((await PageAsync(mo, $"/newsroom/comments?shelf={shelf}")).QuerySelectorAll(".q-entry"));

        var after = await SendAsync(mo, "/newsroom/comments", "spam", Item(await site.NowAsync(comment.Id)));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        var undo = await SendAsync(mo, "/newsroom/comments", "undo", Item(await site.NowAsync(comment.Id)));
        Assert.Equal(HttpStatusCode.Redirect, undo.StatusCode);
        Assert.Equal(act == "spam" ? CommentState.Pending : CommentState.Approved, (await site.NowAsync(comment.Id)).State);
    }

    [Fact]
    public async Task A_refusal_needs_one_of_the_reasons_and_what_was_typed_stays()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "Words.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");

        using var wrong = await SendAsync(mo, "/newsroom/comments", "refuse", Item(comment), ("sentence", "Please stay with the pier."));
        var page = await new HtmlParser().ParseDocumentAsync(await wrong.Content.ReadAsStringAsync());
        using var right = await SendAsync(mo, "/newsroom/comments", "refuse", Item(comment), ("reason", "OffTopic"), ("sentence", "Please stay with the pier."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var form = page.QuerySelector(".q-entry .q-refuse")!;
        Assert.True(form.HasAttribute("open"));
        Assert.Equal("Choose a reason.", form.QuerySelector("[data-fault=reason]")!.TextContent);
        Assert.Equal("Please stay with the pier.", ((IHtmlInputElement)form.QuerySelector("[name=sentence]")!).Value);
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(CommentState.Refused, (await site.NowAsync(comment.Id)).State);
        var one = await PageAsync(mo, $"/newsroom/comments/{comment.Id}");
        Assert.Contains("refused it: It is not about the story", one.QuerySelector(".q-history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Please stay with the pier.", one.QuerySelector(".q-history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_decided_at_once_and_one_that_somebody_was_faster_with_does_not_hold_up_the_others()
    {
        await using var site = await TestSite.StartAsync();
        var story = await site.PublishAsync(new());
        var (one, two, three) = (await site.WaitingAsync(story, "Ivy Lane", "One."), await site.WaitingAsync(story, "Tom Reed", "Two."), await site.WaitingAsync(story, "Una Dale", "Three."));
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        using var faster = await SendAsync(ben, "/newsroom/comments", "spam", Item(two));

        using var none = await SendAsync(mo, "/newsroom/comments", "approve", [], ("several", "true"));
        using var all = await SendAsync(mo, "/newsroom/comments", "approve", [Item(one), Item(two), Item(three)], ("several", "true"));

        Assert.Contains("Tick the comments first.", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, all.StatusCode);
        Assert.Contains("2 comments are approved. 1 could not be decided: Since you saw this comment, Ben Hart called it spam.", await all.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([CommentState.Approved, CommentState.Spam, CommentState.Approved], [(await site.NowAsync(one.Id)).State, (await site.NowAsync(two.Id)).State, (await site.NowAsync(three.Id)).State]);
    }

    [Fact]
    public async Task Whoever_looks_at_a_comment_has_it_open_and_nobody_else_decides_by_accident()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "Words.");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");

        await PageAsync(ben, $"/newsroom/comments/{comment.Id}");
        var entry = (await PageAsync(mo, "/newsroom/comments")).QuerySelector(".q-entry")!;
        using var tried = await SendAsync(mo, "/newsroom/comments", "approve", Item(comment));

        Assert.Equal("Ben Hart has this open.", entry.QuerySelector("[data-opened]")!.TextContent);
        Assert.All(entry.QuerySelectorAll("button[name=act]"), b => Assert.True(b.HasAttribute("disabled")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.StatusCode);
        Assert.Contains("Ben Hart has this comment open.", await tried.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(CommentState.Pending, (await site.NowAsync(comment.Id)).State);
        site.Clock.Pass(TimeSpan.FromMinutes(3));
        using var later = await SendAsync(mo, "/newsroom/comments", "approve", Item(comment));
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Reports_and_appeals_come_with_their_words_and_an_appeal_is_decided_by_another()
    {
        await using var site = await TestSite.StartAsync();
        var story = await site.PublishAsync(new());
        var (reported, refused) = (await site.WaitingAsync(story, "Ivy Lane", "Seen.", CommentState.Approved), await site.WaitingAsync(story, "Tom Reed", "Not seen.", CommentState.Refused));
        var account = await site.MakeAccountAsync(Role.Moderator, "Mo Dera");
        using var mo = await site.SignInAsync(account);
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        await site.ReportedAsync(reported.Id, CommentReason.PersonalDetails, "It names my street.");
        await site.AppealedAsync(refused.Id, account.Id, "I did stay with the story.");

        var reports = await PageAsync(mo, "/newsroom/comments?shelf=reported");
        var appeals = await PageAsync(mo, "/newsroom/comments?shelf=appeals");
        using var own = await SendAsync(mo, "/newsroom/comments?shelf=appeals", "approve", Item(refused));
        using var another = await SendAsync(ben, "/newsroom/comments?shelf=appeals", "approve", Item(refused));
        using var kept = await SendAsync(ben, "/newsroom/comments?shelf=reported", "approve", Item(await site.NowAsync(reported.Id)));

        Assert.Contains("It gives away private facts about somebody: It names my street.", Plain(reports.QuerySelector(".q-plea")!), StringComparison.Ordinal);
        Assert.Contains("I did stay with the story.", Plain(appeals.QuerySelector(".q-plea")!), StringComparison.Ordinal);
        Assert.Contains("another moderator decides", appeals.QuerySelector(".q-entry")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (another.StatusCode, kept.StatusCode));
        Assert.Equal(CommentState.Approved, (await site.NowAsync(refused.Id)).State);
        Assert.Null((await site.NowAsync(reported.Id)).ReportedAt);
    }

    [Fact]
    public async Task Somebody_of_the_newsroom_answers_with_a_badge()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "Is it gone?", CommentState.Approved);
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        using var ada = await site.SignInAsync(Role.Journalist);

        using var empty = await PostAsync(ben, $"/newsroom/comments/{comment.Id}/answer", ("words", " "));
        using var sent = await PostAsync(ben, $"/newsroom/comments/{comment.Id}/answer", ("words", "Yes, all of it."));
        var answer = await PageAsync(ben, sent.Headers.Location!.OriginalString);
        using var journalist = await ada.GetAsync($"/newsroom/comments/{comment.Id}/answer");
        using var hidden = await ada.GetAsync($"/newsroom/comments/{(await site.WaitingAsync(comment.ArticleId, "Tom Reed", "Waits.")).Id}/answer");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal("Ben Hart Editor", Plain(answer.QuerySelector(".q-name")!));
        Assert.Contains("Yes, all of it.", answer.QuerySelector(".q-words")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (journalist.StatusCode, hidden.StatusCode));
    }

    [Fact]
    public async Task Words_and_people_are_blocked_and_let_in_again()
    {
        await using var site = await TestSite.StartAsync();
        var comment = await site.WaitingAsync(await site.PublishAsync(new()), "Ivy Lane", "Words.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        var writer = $"/newsroom/comments/writers/{comment.CommenterId}";

        using var partly = await PostAsync(mo, "/newsroom/comments/blocked?handler=Words", ("words", "casino\nx\ncheap pills"));
        var wrong = await new HtmlParser().ParseDocumentAsync(await partly.Content.ReadAsStringAsync());
        using var allowed = await PostAsync(mo, "/newsroom/comments/blocked?handler=Allow", ("word", "casino"));
        using var noReason = await PostAsync(mo, writer + "?handler=Block", ("why", ""));
        using var blocked = await PostAsync(mo, writer + "?handler=Block", ("why", "Sells pills."));
        var page = await PageAsync(mo, "/newsroom/comments/blocked");
        using var free = await PostAsync(mo, writer + "?handler=Unblock");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, partly.StatusCode);
        Assert.Equal("x", wrong.QuerySelector("textarea")!.TextContent.Trim());
        Assert.NotNull(wrong.QuerySelector("#words-error"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (allowed.StatusCode, noReason.StatusCode, blocked.StatusCode));
        Assert.Equal(["cheap pills"], page.QuerySelectorAll(".q-blocked form").Select(f => f.ParentElement!.QuerySelector("b")!.TextContent));
        Assert.Contains("Sells pills.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Blocked ", Plain((await PageAsync(mo, writer)).QuerySelector(".q-person")!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, free.StatusCode);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        await using var site = await TestSite.StartAsync();
        var story = await site.PublishAsync(new());
        for (var i = 0; i < 45; i++) await site.WaitingAsync(story, $"Reader {i % 4}", $"Words {i}.");
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Dera");
        var found = new List<string>();

        for (string? path = "/newsroom/comments"; path is not null;)
        {
            var page = await PageAsync(mo, path);
            found.AddRange(page.QuerySelectorAll(".q-words").Select(w => w.TextContent.Trim()));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 45).Select(i => $"Words {i}."), found);
    }

    internal static string Item(Comment comment) => $"{comment.Id}:{comment.Version}";

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IHtmlDocument> PageAsync(HttpClient who, string path) => await new HtmlParser().ParseDocumentAsync(await who.GetStringAsync(path));

    private static Task<HttpResponseMessage> SendAsync(HttpClient who, string path, string act, string item, params (string, string)[] more) => SendAsync(who, path, act, [item], more);

    private static Task<HttpResponseMessage> SendAsync(HttpClient who, string path, string act, string[] items, params (string, string)[] more) =>
        PostAsync(who, path, [("act", act), .. items.Select(i => ("item", i)), .. more]);

    private static Task<HttpResponseMessage> PostAsync(HttpClient who, string path, params (string Name, string Value)[] fields) =>
        who.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}
