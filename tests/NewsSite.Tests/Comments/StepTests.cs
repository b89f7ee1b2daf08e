using NewsSite.Web.Articles;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Moderation;

namespace NewsSite.Tests.Comments;

public sealed class StepTests
{
    private static readonly CommentFacts Plain = new() { Mode = CommentPolicy.Post, Taken = TimeSpan.FromMinutes(1), ApprovedBefore = 3 };

    [Theory]
    [InlineData(CommentPolicy.Pre, 3, CommentState.Pending)]
    [InlineData(CommentPolicy.FirstTime, 0, CommentState.Pending)]
    [InlineData(CommentPolicy.FirstTime, 1, CommentState.Approved)]
    [InlineData(CommentPolicy.Post, 0, CommentState.Approved)]
    public void The_mode_decides_where_a_plain_comment_goes(CommentPolicy mode, int approvedBefore, CommentState expected)
    {
        var verdict = Steps.Judge(Plain with { Mode = mode, ApprovedBefore = approvedBefore });

        Assert.Null(verdict.TurnedAway);
        Assert.Equal(expected, verdict.State);
    }

    public static TheoryData<string, CommentFacts, CommentState> Suspicious => new()
    {
        { "honeypot", Plain with { HasHoneypot = true }, CommentState.Spam },
        { "timing", Plain with { Taken = TimeSpan.FromSeconds(1) }, CommentState.Pending },
        { "blocked person", Plain with { IsBlocked = true }, CommentState.Spam },
        { "links", Plain with { Links = 3 }, CommentState.Pending },
        { "repeated text", Plain with { SameText = 1 }, CommentState.Pending },
        { "repeated text", Plain with { SameText = 2 }, CommentState.Spam },
        { "blocked words", Plain with { BlockedWord = "casino" }, CommentState.Pending },
    };

    [Theory]
    [MemberData(nameof(Suspicious))]
    public void A_step_that_finds_something_says_so_with_its_reason(string step, CommentFacts facts, CommentState expected)
    {
        var verdict = Steps.Judge(facts);

        Assert.Equal(expected, verdict.State);
        Assert.Equal([step, "mode"], verdict.Findings.Select(f => f.Step));
        Assert.All(verdict.Findings, f => Assert.False(string.IsNullOrWhiteSpace(f.Sentence)));
    }

    [Fact]
    public void Every_finding_is_kept_and_the_gravest_decides()
    {
        var verdict = Steps.Judge(Plain with { Mode = CommentPolicy.Pre, Links = 5, HasHoneypot = true });

        Assert.Equal(CommentState.Spam, verdict.State);
        Assert.Equal(["honeypot", "links", "mode"], verdict.Findings.Select(f => f.Step));
    }

    [Fact]
    public void A_closed_story_and_too_many_comments_turn_a_comment_away()
    {
        Assert.Equal(CommentReason.Closed, Steps.Judge(Plain with { Mode = CommentPolicy.Closed }).TurnedAway?.Reason);
        Assert.Equal(CommentReason.RateOfAddress, Steps.Judge(Plain with { FromAddress = 10 }).TurnedAway?.Reason);
        Assert.Equal(CommentReason.RateOfEmail, Steps.Judge(Plain with { FromEmail = 5 }).TurnedAway?.Reason);
    }

    [Fact]
    public void A_reader_without_a_form_is_not_timed()
    {
        Assert.Equal(CommentState.Approved, Steps.Judge(Plain with { Taken = null }).State);
    }
}
