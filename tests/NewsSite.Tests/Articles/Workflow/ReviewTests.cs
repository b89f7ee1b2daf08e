using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Tests.Articles.Workflow;

public sealed class ReviewTests
{
    private static readonly HttpMethod Post = HttpMethod.Post, Put = HttpMethod.Put;

    [Fact]
    public async Task A_story_is_sent_for_review_sent_back_with_a_note_sent_again_approved_and_published_and_each_is_a_row()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Ada);

        var sent = await desk.Ada.DoAsync(Post, id, "submit", new { revision, note = "Please look at the last paragraph." });
        var back = await desk.Ben.DoAsync(Post, id, "send-back", new { note = "Who says so?" });
        var mended = await desk.Ada.SaveAsync(id, revision, ADesk.Story with { Standfirst = "The harbour master says so." });
        await desk.Ada.DoAsync(Post, id, "submit", new { revision = mended.Revision });
        var approved = await desk.Ben.DoAsync(Post, id, "approve", new { revision = mended.Revision });
        var live = await desk.Cleo.DoAsync(Put, id, "live", new { revision = mended.Revision });

        Assert.Equal((ArticleState.InReview, WorkState.InReview, "Ada Quill"), (sent.State, sent.Work, sent.WorkBy));
        Assert.Equal((ArticleState.Draft, "Ben Hart", "Who says so?"), (back.State, back.SentBack!.By, back.SentBack.Note));
        Assert.Equal((ArticleState.Approved, "Ben Hart", true), (approved.State, approved.Approvals.Single().By, approved.Approvals.Single().Suffices));
        Assert.Null(approved.SentBack);
        Assert.Equal((ArticleState.Live, WorkState.Draft), (live.State, live.Work));
        Assert.Equal(200, await desk.StatusAsync());
        var rows = await desk.Site.InDbAsync(db => db.StateChanges.OrderBy(s => s.Id).Select(s => new { s.Act, s.By, s.Why }).ToListAsync());
        Assert.Equal(
            [
                (ArticleAct.Submitted, "Ada Quill", "Please look at the last paragraph."), (ArticleAct.SentBack, "Ben Hart", "Who says so?"),
                (ArticleAct.Submitted, "Ada Quill", null), (ArticleAct.Approved, "Ben Hart", null), (ArticleAct.Published, "Cleo Marsh", null),
            ],
            rows.Select(r => (r.Act!.Value, r.By, r.Why)));
        Assert.Contains("Who says so?", await MailAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_to_readers_that_nobody_has_approved()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Ada);

        var draft = await desk.Ben.RefusalAsync(Put, id, "live", new { revision });
        await desk.Ada.DoAsync(Post, id, "submit", new { revision });
        var inReview = await desk.Ben.RefusalAsync(Put, id, "live", new { revision });
        using var byJournalist = await desk.Ada.ActAsync(Put, id, "live", new { revision });

        Assert.Contains("not approved", draft, StringComparison.Ordinal);
        Assert.Equal(draft, inReview);
        Assert.Equal(HttpStatusCode.Forbidden, byJournalist.StatusCode);
        Assert.Equal(404, await desk.StatusAsync());
    }

    [Fact]
    public async Task Whoever_wrote_the_words_cannot_be_their_only_approver()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Ben);
        await desk.Ben.DoAsync(Post, id, "submit", new { revision });

        var own = await desk.Ben.DoAsync(Post, id, "approve", new { revision });
        var refusal = await desk.Ben.RefusalAsync(Put, id, "live", new { revision });
        var other = await desk.Cleo.DoAsync(Post, id, "approve", new { revision });

        Assert.Equal((ArticleState.InReview, true, false), (own.State, own.IsWriter, own.Approvals.Single().Suffices));
        Assert.Contains("not approved", refusal, StringComparison.Ordinal);
        Assert.Equal((ArticleState.Approved, false), (other.State, other.IsWriter));
    }

    [Fact]
    public async Task Whoever_saved_the_words_last_cannot_be_their_only_approver_either_and_two_of_them_together_can()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, first) = await desk.WriteAsync(desk.Ben);
        var revision = (await desk.Cleo.SaveAsync(id, first, ADesk.Story with { Standfirst = "It is gone." })).Revision;
        await desk.Ben.DoAsync(Post, id, "submit", new { revision });

        var byLast = await desk.Cleo.DoAsync(Post, id, "approve", new { revision });
        var byWriter = await desk.Ben.DoAsync(Post, id, "approve", new { revision });

        Assert.Equal(ArticleState.InReview, byLast.State);
        Assert.Equal((ArticleState.Approved, 2), (byWriter.State, byWriter.Approvals.Count));
    }

    [Fact]
    public async Task A_change_ends_the_approval_and_says_so()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();

        var saved = await desk.Ada.SaveAsync(id, revision, ADesk.Story with { Headline = "Storm takes half the pier" });
        var refusal = await desk.Ben.RefusalAsync(Put, id, "live", new { revision = saved.Revision });

        Assert.Equal((ArticleState.Draft, WorkState.Draft), (saved.State, saved.Work));
        Assert.Contains("not approved", refusal, StringComparison.Ordinal);
        Assert.Equal(ArticleAct.ApprovalEnded, await desk.Site.InDbAsync(db => db.StateChanges.OrderByDescending(s => s.Id).Select(s => s.Act!.Value).FirstAsync()));
    }

    [Fact]
    public async Task Words_that_are_not_the_newest_are_neither_sent_nor_approved()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Ada);
        var second = await desk.Ada.SaveAsync(id, revision, ADesk.Story with { Headline = "Newer" });

        await DraftClient.ProblemAsync(await desk.Ada.ActAsync(Post, id, "submit", new { revision }), HttpStatusCode.Conflict);
        await desk.Ada.DoAsync(Post, id, "submit", new { revision = second.Revision });
        var problem = await DraftClient.ProblemAsync(await desk.Ben.ActAsync(Post, id, "approve", new { revision }), HttpStatusCode.Conflict);

        Assert.Equal(second.Revision, problem.GetProperty("head").GetProperty("revision").GetGuid());
    }

    [Fact]
    public async Task Changes_of_a_live_story_go_the_same_way_while_readers_see_the_old_words()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, live) = await desk.LiveAsync();
        var revision = (await desk.Ada.SaveAsync(id, live, ADesk.Story with { Headline = "Pier to be rebuilt" })).Revision;

        var sent = await desk.Ada.DoAsync(Post, id, "submit", new { revision });
        var approved = await desk.Ben.DoAsync(Post, id, "approve", new { revision });
        var before = await desk.Site.Reader.GetStringAsync("/news/storm-takes-the-pier");
        await desk.Ben.DoAsync(Put, id, "live", new { revision });

        Assert.Equal((ArticleState.Live, WorkState.InReview, ArticleState.Live, WorkState.Approved), (sent.State, sent.Work, approved.State, approved.Work));
        Assert.DoesNotContain("rebuilt", before, StringComparison.Ordinal);
        Assert.Contains("Pier to be rebuilt", await desk.Site.Reader.GetStringAsync("/news/storm-takes-the-pier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_back_needs_a_note_and_taking_back_is_for_what_is_still_in_review()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Ada);
        await desk.Ada.DoAsync(Post, id, "submit", new { revision });

        var without = await desk.Ben.RefusalAsync(Post, id, "send-back", new { note = " " });
        var taken = await desk.Ada.DoAsync(Post, id, "take-back");
        var late = await desk.Ben.RefusalAsync(Post, id, "send-back", new { note = "Too late." });
        await desk.Ada.DoAsync(Post, id, "submit", new { revision });
        await desk.Ben.DoAsync(Post, id, "approve", new { revision });
        var afterApproval = await desk.Ada.RefusalAsync(Post, id, "take-back");

        Assert.Contains("what is missing", without, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Draft, taken.State);
        Assert.Contains("not in review", late, StringComparison.Ordinal);
        Assert.Contains("approved", afterApproval, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forced_publication_needs_a_reason_and_stands_in_a_list_until_somebody_else_has_looked()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Dora);

        var without = await desk.Dora.RefusalAsync(Post, id, "force", new { revision, reason = "Now" });
        using var byEditor = await desk.Ben.ActAsync(Post, id, "force", new { revision, reason = "There is nobody else here." });
        var live = await desk.Dora.DoAsync(Post, id, "force", new { revision, reason = "There is nobody else here." });
        var forced = await desk.Site.InDbAsync(db => db.ForcedPublications.SingleAsync());
        var own = await LookAsync(desk.Dora, forced.Id);
        var other = await LookAsync(desk.Ben, forced.Id);

        Assert.Contains("characters why", without, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, byEditor.StatusCode);
        Assert.Equal((ArticleState.Live, "Dora Lane", "There is nobody else here."), (live.State, forced.By, forced.Why));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (own, other));
        Assert.Equal("Ben Hart", (await desk.Site.InDbAsync(db => db.ForcedPublications.AsNoTracking().SingleAsync())).ReviewedBy);
    }

    [Fact]
    public async Task Everybody_approving_and_changing_at_once_ends_in_one_standing_that_holds()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.WriteAsync(desk.Ada);
        await desk.Ada.DoAsync(Post, id, "submit", new { revision });

        var answers = await Task.WhenAll(
            desk.Ben.ActAsync(Post, id, "approve", new { revision }), desk.Cleo.ActAsync(Post, id, "approve", new { revision }), desk.Dora.ActAsync(Post, id, "approve", new { revision }),
            desk.Ben.ActAsync(Post, id, "send-back", new { note = "No." }), desk.Ada.ActAsync(Post, id, "take-back"));

        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, a.StatusCode.ToString()));
        var article = await desk.Site.InDbAsync(db => db.Articles.AsNoTracking().SingleAsync());
        Assert.Equal(article.Work.ToString(), article.State.ToString());
    }

    private static async Task<HttpStatusCode> LookAsync(HttpClient who, Guid forced)
    {
        using var body = System.Net.Http.Json.JsonContent.Create(new { note = "It is fine." });
        return (await who.PostAsync($"/newsroom/api/forced/{forced}/look", body)).StatusCode;
    }

    // What is still to be sent is read first: a letter that goes out meanwhile is read twice rather than not at all.
    private static async Task<string> MailAsync(ADesk desk)
    {
        var waiting = await desk.Site.InDbAsync(db => db.Set<NewsSite.Web.Mail.OutgoingMail>().Select(m => m.Text).ToListAsync());
        var sent = new DirectoryInfo(Path.Combine(desk.Site.Folder, "data", "mail"));
        var files = sent.Exists ? sent.GetFiles("*.eml") : [];
        return string.Concat([.. waiting, .. await Task.WhenAll(files.Select(f => File.ReadAllTextAsync(f.FullName)))]);
    }
}
