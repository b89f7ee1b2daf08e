using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Accounts;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;

namespace NewsSite.Tests.Comments;

/// <summary>What becomes of a comment, from the form to the answer's mail, without JavaScript.</summary>
public sealed class JourneyTests
{
    private const string Ann = "ann@example.org", Ben = "ben@example.org";

    [Fact]
    public async Task A_comment_appears_once_its_writer_has_confirmed_and_a_moderator_has_approved()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var moderator = await site.ModeratorAsync();

        using var sent = await site.CommentAsync("pier", "Ann", Ann, "The pier **will** be missed.");
        Assert.Equal((HttpStatusCode.SeeOther, "/news/pier/comments/sent/confirm"), (sent.StatusCode, sent.Headers.Location!.OriginalString));
        Assert.Contains("Look into your mail", await site.Reader.GetStringAsync("/news/pier/comments/sent/confirm"));
        var letter = await site.LetterToAsync(Ann);
        var link = CommentSite.LinkIn(letter);

        Assert.Contains("Confirm my address", await site.Reader.GetStringAsync(link)); // scanners of mail open links: nothing happens yet
        Assert.Equal(CommentState.Unconfirmed, (await site.CommentOfAsync("The pier **will** be missed.")).State);
        using var confirmed = await site.PressConfirmAsync(link);
        Assert.Equal("/news/pier/comments/sent/read", confirmed.Headers.Location!.OriginalString);
        var comment = await site.CommentOfAsync("The pier **will** be missed.");
        Assert.Equal(CommentState.Pending, comment.State);
        Assert.DoesNotContain("missed", await site.Reader.GetStringAsync("/news/pier"));

        Assert.IsType<Decided.Done>(await site.AsAsync(moderator, book => book.ApproveAsync(comment.Id, comment.Version, default)));

        var page = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"));
        Assert.Equal("will", page.QuerySelector($"#comment-{comment.Id} strong")!.TextContent);
        Assert.Equal("1 comment", page.QuerySelector("#comments")!.TextContent);
        Assert.DoesNotContain(Ann, page.Source.Text);
    }

    [Fact]
    public async Task An_answer_names_whom_it_answers_who_is_told_once_it_is_visible_and_can_stop_that_at_once()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var moderator = await site.ModeratorAsync();
        var first = await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
        await site.AsAsync(moderator, book => book.ApproveAsync(first.Id, first.Version, default));
        site.Clock.Pass(TimeSpan.FromMinutes(11));

        var answer = await site.ConfirmedAsync("pier", "Ben", Ben, "It will be built again.", first.Id);
        Assert.Equal((first.Id, first.Id), (answer.ThreadId, answer.AnswersId));
        Assert.Equal(0, await site.MailsToAsync(Ann)); // not before it is visible
        await site.AsAsync(moderator, book => book.ApproveAsync(answer.Id, answer.Version, default));
        site.SendKeptMail();

        var letter = await site.LetterToAsync(Ann);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", letter);
        Assert.Contains("It will be built again.", letter);
        var page = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"));
        Assert.Contains("answers Ann", page.QuerySelector($".answers #comment-{answer.Id}")!.TextContent);
        using var stopped = await site.Reader.PostAsync(CommentSite.LinkIn(letter, "stop"), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")])); // a mail program, from nowhere
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        site.Clock.Pass(TimeSpan.FromMinutes(11));
        var second = await site.ConfirmedAsync("pier", "Ben", Ben, "And better than before.", first.Id);
        await site.AsAsync(moderator, book => book.ApproveAsync(second.Id, second.Version, default));
        site.SendKeptMail();
        Assert.Equal(0, await site.MailsToAsync(Ann));
    }

    [Fact]
    public async Task A_refusal_reaches_its_writer_with_reason_and_sentence_and_another_moderator_decides_the_one_appeal()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var (mo, dora) = (await site.ModeratorAsync(), await site.ModeratorAsync("Dora Else"));
        var comment = await site.ConfirmedAsync("pier", "Ann", Ann, "The council are fools.");

        await site.AsAsync(mo, book => book.RefuseAsync(comment.Id, comment.Version, CommentReason.Abusive, "Say it without the name-calling.", default));
        Assert.Equal(1, await site.MailsToAsync(Ann)); // kept back for a while, so that it can be taken back
        site.SendKeptMail();
        var letter = await site.LetterToAsync(Ann);
        Assert.Contains("It insults or threatens somebody.", letter);
        Assert.Contains("Say it without the name-calling.", letter);

        var link = CommentSite.LinkIn(letter, "appeal");
        Assert.Contains("Another moderator", await site.Reader.GetStringAsync(link));
        using var appealed = await site.SendFormAsync(link, new() { ["words"] = "It is what the report says." });
        Assert.Equal(HttpStatusCode.OK, appealed.StatusCode);
        using var again = await site.SendFormAsync(link, new() { ["words"] = "Once more." });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        comment = await site.CommentOfAsync(comment.Words);
        Assert.IsType<Decided.Refused>(await site.AsAsync(mo, book => book.ApproveAsync(comment.Id, comment.Version, default)));
        Assert.IsType<Decided.Done>(await site.AsAsync(dora, book => book.ApproveAsync(comment.Id, comment.Version, default)));
        site.SendKeptMail();

        Assert.Contains("your appeal", await site.LetterToAsync(Ann));
        Assert.Contains("fools", await site.Reader.GetStringAsync("/news/pier"));
    }

    [Fact]
    public async Task A_report_reopens_an_approved_comment_and_both_sides_hear_the_outcome()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var mo = await site.ModeratorAsync();
        var comment = await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
        await site.AsAsync(mo, book => book.ApproveAsync(comment.Id, comment.Version, default));
        var path = $"/news/pier/comments/{comment.Id}/report";
        Assert.Contains("Report this comment", await site.Reader.GetStringAsync(path));

        using var empty = await site.SendFormAsync(path, new() { ["words"] = "Kept words." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Kept words.", await empty.Content.ReadAsStringAsync());
        using var reported = await site.SendFormAsync(path, new() { ["reason"] = "Abusive", ["email"] = Ben });
        Assert.Equal("/comments/reported/mail", reported.Headers.Location!.OriginalString);

        comment = await site.CommentOfAsync(comment.Words);
        Assert.NotNull(comment.ReportedAt);
        Assert.Contains("The pier is gone.", await site.Reader.GetStringAsync("/news/pier")); // it stays until somebody has looked
        await site.AsAsync(mo, book => book.RefuseAsync(comment.Id, comment.Version, CommentReason.Abusive, null, default));
        comment = await site.CommentOfAsync(comment.Words);
        await site.AsAsync(mo, book => book.UndoAsync(comment.Id, comment.Version, default));
        Assert.Equal((0, 0), (await site.MailsToAsync(Ann), await site.MailsToAsync(Ben))); // nobody was told of what was taken back
        comment = await site.CommentOfAsync(comment.Words);
        Assert.NotNull(comment.ReportedAt);
        await site.AsAsync(mo, book => book.ApproveAsync(comment.Id, comment.Version, default));
        site.SendKeptMail();
        Assert.Contains("that it stays", await site.LetterToAsync(Ben));
        Assert.Contains("nothing that speaks against it", await site.LetterToAsync(Ann));
        Assert.Null((await site.CommentOfAsync(comment.Words)).ReportedAt);
    }

    [Fact]
    public async Task Of_two_moderators_the_later_is_told_what_the_earlier_did_and_what_was_done_can_be_undone()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var (mo, dora) = (await site.ModeratorAsync(), await site.ModeratorAsync("Dora Else"));
        var comment = await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");

        var done = Assert.IsType<Decided.Done>(await site.AsAsync(mo, book => book.RefuseAsync(comment.Id, comment.Version, CommentReason.OffTopic, null, default)));
        var lost = Assert.IsType<Decided.Lost>(await site.AsAsync(dora, book => book.ApproveAsync(comment.Id, comment.Version, default)));
        Assert.Contains("Mo Dera refused it: It is not about the story", lost.Message);
        var undone = Assert.IsType<Decided.Done>(await site.AsAsync(dora, book => book.UndoAsync(comment.Id, done.Comment.Version, default)));

        Assert.Equal(CommentState.Pending, undone.Comment.State);
        Assert.Equal(0, await site.MailsToAsync(Ann)); // the mail went back with it
        var decisions = await site.InDbAsync(db => db.CommentDecisions.Where(d => d.CommentId == comment.Id).OrderBy(d => d.Id).Select(d => d.Act).ToListAsync());
        Assert.Equal([CommentAct.Checked, CommentAct.Confirmed, CommentAct.Refused, CommentAct.Undone], decisions);
    }

    [Fact]
    public async Task Somebody_of_the_newsroom_answers_with_a_badge()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        var mo = await site.ModeratorAsync();
        var comment = await site.ConfirmedAsync("pier", "Ann", Ann, "Who pays?");
        await site.AsAsync(mo, book => book.ApproveAsync(comment.Id, comment.Version, default));

        Assert.IsType<Decided.Done>(await site.AsAsync(mo, book => book.AnswerAsync(comment.Id, "The insurer does.", default)));

        var page = await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"));
        Assert.Equal("Moderator", page.QuerySelector(".answers .badge")!.TextContent);
        Assert.Contains("The insurer does.", await site.LetterToAsync(Ann));
    }

    [Fact]
    public async Task No_decision_can_be_changed_or_removed_in_the_database_itself()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "CommentDecisions" SET "By" = 'nobody'""")));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "CommentDecisions" """)));
    }
}
