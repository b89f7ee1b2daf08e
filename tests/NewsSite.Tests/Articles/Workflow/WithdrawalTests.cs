using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Tests.Articles.Workflow;

public sealed class WithdrawalTests
{
    private static readonly HttpMethod Post = HttpMethod.Post, Put = HttpMethod.Put;

    [Theory]
    [InlineData("publishedInError", null, 410)]
    [InlineData("legal", null, 410)]
    [InlineData("superseded", "/news", 301)]
    public async Task Readers_meet_each_reason_in_its_own_way(string reason, string? to, int status)
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, _) = await desk.LiveAsync();
        Assert.Equal(200, await desk.StatusAsync());

        var withdrawn = await desk.Ben.DoAsync(Post, id, "withdraw", new { reason, to, why = "The council asked." });

        Assert.Equal((ArticleState.Withdrawn, reason), (withdrawn.State, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(withdrawn.WithdrawnFor.ToString()!)));
        Assert.Equal(status, await desk.StatusAsync());
        Assert.DoesNotContain("Storm takes", await desk.Site.Reader.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
        var row = await desk.Site.InDbAsync(db => db.StateChanges.OrderByDescending(s => s.Id).FirstAsync());
        Assert.Equal((ArticleAct.Withdrawn, "Ben Hart", "The council asked."), (row.Act!.Value, row.By, row.Why));
    }

    [Theory]
    [InlineData(null, null, "Choose why")]
    [InlineData("superseded", null, "which page takes its place")]
    [InlineData("superseded", "https://other.example/", "one of this site")]
    [InlineData("superseded", "//other.example/", "one of this site")]
    [InlineData("superseded", "/news/storm-takes-the-pier", "cannot take its own place")]
    [InlineData("legal", "/news", "Only a superseded story")]
    public async Task A_withdrawal_that_makes_no_sense_is_refused_in_words(string? reason, string? to, string expected)
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, _) = await desk.LiveAsync();

        var refusal = await desk.Ben.RefusalAsync(Post, id, "withdraw", new { reason, to });

        Assert.Contains(expected, refusal, StringComparison.Ordinal);
        Assert.Equal(200, await desk.StatusAsync());
    }

    [Fact]
    public async Task A_superseded_story_that_is_published_again_is_at_its_address_again()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.LiveAsync();
        await desk.Ben.DoAsync(Post, id, "withdraw", new { reason = "superseded", to = "/news" });

        await desk.Ben.DoAsync(Put, id, "live", new { revision });
        Assert.Equal(200, await desk.StatusAsync());
        await desk.Ben.DoAsync(Post, id, "withdraw", new { reason = "legal" });

        Assert.Equal(410, await desk.StatusAsync());
    }

    [Fact]
    public async Task A_withdrawn_story_stays_withdrawn_for_readers_while_it_is_worked_on()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.LiveAsync();
        await desk.Ben.DoAsync(Post, id, "withdraw", new { reason = "publishedInError" });
        var mended = await desk.Ada.SaveAsync(id, revision, ADesk.Story with { Standfirst = "Now it is right." });

        var sent = await desk.Ada.DoAsync(Post, id, "submit", new { revision = mended.Revision });

        Assert.Equal((ArticleState.Withdrawn, WorkState.InReview), (sent.State, sent.Work));
        Assert.Equal(410, await desk.StatusAsync());
    }

    [Fact]
    public async Task What_readers_do_not_see_is_not_withdrawn()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, _) = await desk.WriteAsync(desk.Ada);

        var refusal = await desk.Ben.RefusalAsync(Post, id, "withdraw", new { reason = "legal" });

        Assert.Contains("nothing to withdraw", refusal, StringComparison.Ordinal);
    }
}
