using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Accounts;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Erasing;
using NewsSite.Web.Comments.Queue;

namespace NewsSite.Tests.Comments;

/// <summary>Decisions that follow one another: whoever has a question open gets one answer, and it is the last.</summary>
public sealed class SecondThoughtTests
{
    private const string Ann = "ann@example.org", Ben = "ben@example.org", Cat = "cat@example.org";

    [Fact]
    public async Task Who_reported_before_a_second_decision_still_hears_the_outcome()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        var (mo, comment) = (await site.ModeratorAsync(), await StartAsync(site));
        await ReportAsync(site, comment, Ben);
        await DecideAsync(site, mo, comment, (book, c) => book.ApproveAsync(c.Id, c.Version, default));
        await ReportAsync(site, comment, Cat);
        await DecideAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));
        site.SendKeptMail();

        Assert.Contains("to take it from readers", await site.LetterToAsync(Ben));
        Assert.Contains("to take it from readers", await site.LetterToAsync(Cat));
        Assert.Contains("decided that readers will not see it", await site.LetterToAsync(Ann));
        Assert.All(await site.InDbAsync(db => db.CommentReports.ToListAsync()), r => Assert.True(r.IsUpheld));
        Assert.Equal((0, 0, 0), (await site.MailsToAsync(Ann), await site.MailsToAsync(Ben), await site.MailsToAsync(Cat)));
    }

    [Fact]
    public async Task Spam_that_was_reported_or_appealed_tells_its_writer()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        var (mo, dora, comment) = (await site.ModeratorAsync(), await site.ModeratorAsync("Dora Else"), await StartAsync(site));
        await ReportAsync(site, comment, Ben);
        await DecideAsync(site, mo, comment, (book, c) => book.SpamAsync(c.Id, c.Version, default));
        site.SendKeptMail();
        var letter = await site.LetterToAsync(Ann);
        Assert.Contains("decided that readers will not see it", letter);

        using var appealed = await site.SendFormAsync(CommentSite.LinkIn(letter, "appeal"), new() { ["words"] = "It is no spam." });
        Assert.Equal(System.Net.HttpStatusCode.OK, appealed.StatusCode);
        Assert.IsType<Decided.Refused>(await TryAsync(site, mo, comment, (book, c) => book.ApproveAsync(c.Id, c.Version, default)));
        await DecideAsync(site, dora, comment, (book, c) => book.SpamAsync(c.Id, c.Version, default));
        site.SendKeptMail();

        Assert.Contains("there is no further appeal", await site.LetterToAsync(Ann));
    }

    [Fact]
    public async Task Who_lost_an_appeal_cannot_overrule_it_until_somebody_reports_the_comment()
    {
        await using var site = await TestSite.StartAsync();
        var (mo, dora, comment) = (await site.ModeratorAsync(), await site.ModeratorAsync("Dora Else"), await StartAsync(site));
        await DecideAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));
        site.SendKeptMail();
        using var appealed = await site.SendFormAsync(CommentSite.LinkIn(await site.LetterToAsync(Ann), "appeal"), new() { ["words"] = "It is what the report says." });
        await DecideAsync(site, dora, comment, (book, c) => book.ApproveAsync(c.Id, c.Version, default));

        Assert.IsType<Decided.Refused>(await TryAsync(site, mo, comment, (book, c) => book.UndoAsync(c.Id, c.Version, default)));
        Assert.IsType<Decided.Refused>(await TryAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default)));
        site.SendKeptMail();
        Assert.Contains("another moderator has read your appeal", await site.LetterToAsync(Ann));
        await ReportAsync(site, comment, Ben);
        await DecideAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));
        await DecideAsync(site, mo, comment, (book, c) => book.UndoAsync(c.Id, c.Version, default));
    }

    [Fact]
    public async Task Nobody_decides_the_appeal_against_themselves_soon_after_another_did()
    {
        await using var site = await TestSite.StartAsync();
        var (mo, dora, comment) = (await site.ModeratorAsync(), await site.ModeratorAsync("Dora Else"), await StartAsync(site));
        await DecideAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));
        site.SendKeptMail();
        using var appealed = await site.SendFormAsync(CommentSite.LinkIn(await site.LetterToAsync(Ann), "appeal"), new() { ["words"] = "It is what the report says." });
        await DecideAsync(site, dora, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));

        Assert.IsType<Decided.Refused>(await TryAsync(site, mo, comment, (book, c) => book.ApproveAsync(c.Id, c.Version, default)));
        Assert.Equal(dora.Id, await site.InDbAsync(db => db.CommentAppeals.Select(a => a.DecidedById).SingleAsync()));
    }

    [Fact]
    public async Task A_mail_that_a_second_decision_took_out_of_the_post_goes_back_when_that_is_taken_back()
    {
        await using var site = await TestSite.StartAsync();
        var (mo, comment) = (await site.ModeratorAsync(), await StartAsync(site));
        await DecideAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.OffTopic, "Write to the county.", default));
        await DecideAsync(site, mo, comment, (book, c) => book.SpamAsync(c.Id, c.Version, default));
        Assert.Equal(0, await site.MailsToAsync(Ann));
        await DecideAsync(site, mo, comment, (book, c) => book.UndoAsync(c.Id, c.Version, default));
        site.SendKeptMail();

        Assert.Contains("Write to the county.", await site.LetterToAsync(Ann));
    }

    [Fact]
    public async Task A_mail_that_a_server_keeps_waiting_is_not_taken_back_by_a_later_decision()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        var (mo, comment) = (await site.ModeratorAsync(), await StartAsync(site));
        await ReportAsync(site, comment, Ben);
        await DecideAsync(site, mo, comment, (book, c) => book.ApproveAsync(c.Id, c.Version, default));
        var later = site.Clock.GetUtcNow().AddHours(1);
        await site.InDbAsync(db => db.Set<NewsSite.Web.Mail.OutgoingMail>().ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, (DateTimeOffset?)later)));
        site.Clock.Pass(TimeSpan.FromMinutes(30));

        await DecideAsync(site, mo, comment, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));

        Assert.Equal(1, await site.MailsToAsync(Ben));
    }

    [Fact]
    public async Task Taking_an_approval_back_takes_back_the_mail_to_whom_it_answers_and_the_next_approval_sends_it()
    {
        await using var site = await TestSite.StartAsync();
        var (mo, first) = (await site.ModeratorAsync(), await StartAsync(site));
        await DecideAsync(site, mo, first, (book, c) => book.ApproveAsync(c.Id, c.Version, default));
        var answer = await site.ConfirmedAsync("pier", "Ben", Ben, "It will be built again.", first.Id);

        await DecideAsync(site, mo, answer, (book, c) => book.ApproveAsync(c.Id, c.Version, default));
        await DecideAsync(site, mo, answer, (book, c) => book.UndoAsync(c.Id, c.Version, default));
        Assert.Equal(0, await site.MailsToAsync(Ann));
        await DecideAsync(site, mo, answer, (book, c) => book.ApproveAsync(c.Id, c.Version, default));
        site.SendKeptMail();

        Assert.Contains("It will be built again.", await site.LetterToAsync(Ann));
    }

    [Fact]
    public async Task What_its_writer_has_erased_waits_for_no_moderator_and_who_reported_it_is_told()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        var (mo, reported) = (await site.ModeratorAsync(), await StartAsync(site));
        var refused = await site.ConfirmedAsync("pier", "Ann", Ann, "The council are fools.");
        await ReportAsync(site, reported, Ben);
        await DecideAsync(site, mo, refused, (book, c) => book.RefuseAsync(c.Id, c.Version, CommentReason.Abusive, null, default));
        site.SendKeptMail();
        using var appealed = await site.SendFormAsync(CommentSite.LinkIn(await site.LetterToAsync(Ann), "appeal"), new() { ["words"] = "Unmistakable plea." });

        await site.DoAsync(async services =>
        {
            await services.GetRequiredService<HeldAbout>().EraseAsync(Ann, default);
            return 0;
        });

        Assert.Equal(0, await site.DoAsync(async services => (await services.GetRequiredService<QueueReader>().CountAsync(default)).Total));
        Assert.Contains("Its writer has had it erased", await site.LetterToAsync(Ben));
        Assert.Empty(await site.InDbAsync(db => db.CommentAppeals.Where(a => a.Words != "").ToListAsync()));
    }

    [Fact]
    public async Task Who_was_about_to_hear_that_a_comment_stays_hears_that_it_was_erased()
    {
        await using var site = await TestSite.StartAsync("--Comments:Moderation=Post");
        var (mo, comment) = (await site.ModeratorAsync(), await StartAsync(site));
        await ReportAsync(site, comment, Ben);
        await DecideAsync(site, mo, comment, (book, c) => book.ApproveAsync(c.Id, c.Version, default));

        await site.DoAsync(async services =>
        {
            await services.GetRequiredService<HeldAbout>().EraseAsync(Ann, default);
            return 0;
        });
        site.SendKeptMail();

        Assert.Contains("Its writer has had it erased", await site.LetterToAsync(Ben));
        Assert.Equal(0, await site.MailsToAsync(Ben));
    }

    private static async Task<Comment> StartAsync(TestSite site)
    {
        await site.PublishAsync(new AStory { Slug = "pier" });
        return await site.ConfirmedAsync("pier", "Ann", Ann, "The pier is gone.");
    }

    private static async Task ReportAsync(TestSite site, Comment comment, string email)
    {
        using var reported = await site.SendFormAsync($"/news/pier/comments/{comment.Id}/report", new() { ["reason"] = "Abusive", ["email"] = email });
        Assert.Equal("/comments/reported/mail", reported.Headers.Location!.OriginalString);
    }

    private static async Task DecideAsync(TestSite site, NewsSite.Web.Accounts.Account who, Comment comment, Func<CommentBook, Comment, Task<Decided>> act) =>
        Assert.IsType<Decided.Done>(await TryAsync(site, who, comment, act));

    private static async Task<Decided> TryAsync(TestSite site, NewsSite.Web.Accounts.Account who, Comment comment, Func<CommentBook, Comment, Task<Decided>> act)
    {
        var now = await site.InDbAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == comment.Id));
        return await site.AsAsync(who, book => act(book, now));
    }
}
