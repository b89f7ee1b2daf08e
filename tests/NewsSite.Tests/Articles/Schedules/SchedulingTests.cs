using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Tests.Articles.Schedules;

/// <summary>The clock stands at 10:00 in London on Monday 4 May 2026.</summary>
public sealed class SchedulingTests
{
    private static readonly HttpMethod Post = HttpMethod.Post, Put = HttpMethod.Put, Delete = HttpMethod.Delete;

    [Fact]
    public async Task A_scheduled_story_goes_live_at_its_London_minute_and_not_before()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();

        var scheduled = await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-05 06:00" });
        desk.Site.Clock.Pass(TimeSpan.FromHours(19.9));
        Assert.Equal(404, await desk.StatusAsync());
        desk.Site.Clock.Pass(TimeSpan.FromHours(0.1));
        await LiveAsync(desk);

        Assert.Equal((ArticleState.Scheduled, "2026-05-05 06:00", "Ben Hart"), (scheduled.State, scheduled.Publication!.At, scheduled.Publication.By));
        Assert.Equal("2026-05-05T05:00:00Z", scheduled.Publication.DueAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture));
        var article = await desk.Site.InDbAsync(db => db.Articles.AsNoTracking().SingleAsync());
        Assert.Equal((ArticleState.Live, null, "2026-05-05 06:00"), (article.State, article.DueAt, article.PublishedWall));
        Assert.Equal(TimedStatus.Done, await desk.Site.InDbAsync(db => db.TimedActs.Select(a => a.Status).SingleAsync()));
        var row = await desk.Site.InDbAsync(db => db.StateChanges.OrderByDescending(s => s.Id).FirstAsync());
        Assert.Equal((ArticleAct.Published, "schedule", "scheduled by Ben Hart"), (row.Act!.Value, row.By, row.Why));
    }

    [Fact]
    public async Task A_minute_that_came_while_the_site_was_down_is_made_up_for_at_its_start()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 12:00" });

        desk.Site.Clock.Pass(TimeSpan.FromDays(2));
        await desk.Site.RestartAsync();

        await LiveAsync(desk);
    }

    [Fact]
    public async Task A_clock_that_is_moved_back_publishes_nothing_twice_and_nothing_early()
    {
        await using var desk = await ADesk.OpenAsync();
        var (first, one) = await desk.ApprovedAsync();
        await desk.Ben.DoAsync(Put, first, "schedule", new { revision = one, at = "2026-05-04 12:00" });
        desk.Site.Clock.Pass(TimeSpan.FromHours(2));
        await LiveAsync(desk);

        desk.Site.Clock.Pass(TimeSpan.FromHours(-3));
        var (second, two) = await desk.ApprovedAsync(ADesk.Story with { Headline = "The tram is back" });
        await desk.Ben.DoAsync(Put, second, "schedule", new { revision = two, at = "2026-05-04 11:30" });
        Assert.Equal(404, await desk.StatusAsync("/news/the-tram-is-back"));
        desk.Site.Clock.Pass(TimeSpan.FromHours(2.5));
        await LiveAsync(desk, "/news/the-tram-is-back");

        Assert.Equal(2, await desk.Site.InDbAsync(db => db.StateChanges.CountAsync(s => s.Act == ArticleAct.Published)));
    }

    [Theory]
    [InlineData("2026-05-04 09:59", null, "has passed")]
    [InlineData("2027-03-28 01:30", null, "does not exist")]
    [InlineData("2026-10-25 01:30", null, "happens twice")]
    [InlineData("2026-05-05", null, "a day and a minute")]
    [InlineData("soon", null, "a day and a minute")]
    [InlineData(null, null, "a day and a minute")]
    [InlineData("2036-05-05 06:00", null, "two years")]
    public async Task A_minute_that_cannot_be_meant_is_asked_about(string? at, string? occurrence, string expected)
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();

        var refusal = await desk.Ben.RefusalAsync(Put, id, "schedule", new { revision, at, occurrence });

        Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first", "2026-10-25T00:30:00Z")]
    [InlineData("second", "2026-10-25T01:30:00Z")]
    public async Task Of_a_minute_that_happens_twice_the_chosen_one_counts(string occurrence, string expected)
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();

        var scheduled = await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-10-25 01:30", occurrence });

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), scheduled.Publication!.DueAt);
    }

    [Fact]
    public async Task A_gate_that_closes_before_the_minute_leaves_it_failed_and_the_editors_are_told()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 12:00" });
        await desk.Site.InDbAsync(db => db.Set<NewsSite.Web.Authors.Author>().ExecuteDeleteAsync()); // its byline leads nowhere now
        await desk.Site.AddAsync([], "authors");

        desk.Site.Clock.Pass(TimeSpan.FromHours(2));
        await Eventually.TrueAsync(async () => (await desk.Ben.DoAsync(HttpMethod.Get, id, "standing")).Publication?.Fault is not null);

        var standing = await desk.Ben.DoAsync(HttpMethod.Get, id, "standing");
        Assert.Equal(ArticleState.Scheduled, standing.State);
        Assert.Equal(404, await desk.StatusAsync());
        var mail = Path.Combine(desk.Site.Folder, "data", "mail");
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(mail) && Directory.GetFiles(mail, "*.eml").Length >= 4)); // approved: Ada; failed: Ben, Cleo, Dora
        var letters = await Task.WhenAll(Directory.GetFiles(mail, "*.eml").Select(f => File.ReadAllTextAsync(f)));
        Assert.Equal(3, letters.Count(l => l.Contains("It did not go live", StringComparison.Ordinal)));

        await desk.Site.AddAsync([new NewsSite.Web.Authors.Author { Slug = "ada-quill", Name = "Ada Quill" }], "authors");
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 13:00" });
        desk.Site.Clock.Pass(TimeSpan.FromHours(1));
        await LiveAsync(desk);
    }

    [Fact]
    public async Task Words_saved_after_scheduling_do_not_go_out_and_the_scheduled_ones_do()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 12:00" });

        var saved = await desk.Ada.SaveAsync(id, revision, ADesk.Story with { Headline = "Not yet approved" });
        desk.Site.Clock.Pass(TimeSpan.FromHours(2));
        await LiveAsync(desk, $"/news/{saved.Slug}");

        Assert.Equal((ArticleState.Scheduled, WorkState.Draft), (saved.State, saved.Work));
        var standing = await desk.Ben.DoAsync(HttpMethod.Get, id, "standing");
        Assert.Equal((revision, saved.Revision), (standing.Live!.Value, standing.Head!.Value));
    }

    [Fact]
    public async Task An_update_and_a_withdrawal_are_scheduled_moved_and_given_up_like_a_first_publication()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, live) = await desk.LiveAsync();
        var revision = (await desk.Ada.SaveAsync(id, live, ADesk.Story with { Headline = "Pier to be rebuilt" })).Revision;
        await desk.Ada.DoAsync(Post, id, "submit", new { revision });
        await desk.Ben.DoAsync(Post, id, "approve", new { revision });

        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 12:00" });
        await desk.Ben.DoAsync(Put, id, "withdrawal", new { reason = "legal", at = "2026-05-04 14:00" });
        var tooLate = await desk.Ben.RefusalAsync(Put, id, "schedule", new { revision, at = "2026-05-04 15:00" });
        desk.Site.Clock.Pass(TimeSpan.FromHours(2));
        await Eventually.TrueAsync(async () => (await desk.Site.Reader.GetStringAsync("/news/storm-takes-the-pier")).Contains("Pier to be rebuilt", StringComparison.Ordinal));
        var waiting = (await desk.Ben.DoAsync(HttpMethod.Get, id, "standing")).Withdrawal!;
        using var moved = await desk.Ben.PutAsync($"/newsroom/api/timed/{waiting.Id}", System.Net.Http.Json.JsonContent.Create(new { at = "2026-05-04 13:00" }));
        desk.Site.Clock.Pass(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(async () => await desk.StatusAsync() == 410);

        Assert.Contains("no later", tooLate, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal("2026-05-04 12:00", (await desk.Site.InDbAsync(db => db.Articles.AsNoTracking().SingleAsync())).UpdatedWall);
    }

    [Fact]
    public async Task Giving_up_publishing_by_hand_and_taking_back_leave_nothing_that_waits()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, revision) = await desk.ApprovedAsync();
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 12:00" });
        var given = await desk.Ben.DoAsync(Delete, id, "schedule");
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 12:00" });
        await desk.Ben.DoAsync(Put, id, "schedule", new { revision, at = "2026-05-04 13:00" });
        var live = await desk.Ben.DoAsync(Put, id, "live", new { revision });
        await desk.Ben.DoAsync(Put, id, "withdrawal", new { reason = "legal", at = "2026-05-04 14:00" });
        var draft = await desk.Ben.DoAsync(Delete, id, "live", new { reason = "A name is wrong" });

        Assert.Equal((ArticleState.Approved, null), (given.State, given.Publication));
        Assert.Equal((ArticleState.Live, null), (live.State, live.Publication));
        Assert.Equal((ArticleState.Draft, null), (draft.State, draft.Withdrawal));
        Assert.Equal(4, await desk.Site.InDbAsync(db => db.TimedActs.CountAsync(a => a.Status == TimedStatus.Cancelled)));
    }

    private static Task LiveAsync(ADesk desk, string path = "/news/storm-takes-the-pier") => Eventually.TrueAsync(async () => await desk.StatusAsync(path) == 200);
}
