using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Schedule;
using NewsSite.Web.Articles;
using NewsSite.Web.Audit;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Bulletins;

/// <summary>What editors see of alerts before they go, and what they do with them. Ann follows the topic of the story.</summary>
public sealed class AlertDeskTests
{
    private const string Ann = "ann@example.org";
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_first_alert_ever_waits_until_an_editor_has_looked_at_it_and_later_ones_go_by_themselves()
    {
        await using var desk = await OpenAsync(isFirst: true);
        var (story, _) = await desk.LiveAsync();
        desk.Site.Clock.Pass(TimeSpan.FromHours(1));
        await desk.Site.SendDueAsync();
        Assert.Empty(desk.Site.MailsTo(Ann));
        Assert.Contains("The first alert waits for an editor", await desk.Ben.GetStringAsync("/newsroom"));
        Assert.Contains("Storm takes the pier", await desk.Ben.GetStringAsync($"/newsroom/bulletins/preview?story={story}"));
        Assert.Contains("A story about Coast has just gone live.", await desk.Ben.GetStringAsync($"/newsroom/bulletins/preview?story={story}"));

        using var released = await desk.Ben.PostAlertAsync("Release", story);
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        await desk.Site.SendDueAsync();
        Assert.Single(desk.Site.MailsTo(Ann));
        Assert.DoesNotContain("The first alert waits", await desk.Ben.GetStringAsync("/newsroom"));

        await desk.LiveAsync(APlanner.Titled("The pier comes back"));
        desk.Site.Clock.Pass(Delay);
        await desk.Site.SendDueAsync();
        Assert.Equal(2, desk.Site.MailsTo(Ann).Count);
    }

    [Fact]
    public async Task An_editor_gives_an_alert_a_line_holds_it_and_lets_it_go()
    {
        await using var desk = await OpenAsync();
        var (story, _) = await desk.LiveAsync();
        Assert.Contains("About Coast: <b>one reader</b>", await desk.Ben.GetStringAsync("/newsroom/bulletins"));

        using var held = await desk.Ben.PostAlertAsync("Hold", story);
        using var line = await desk.Ben.PostAlertAsync("Line", story, "The coastguard asks people to stay away.");
        using var tooLong = await desk.Ben.PostAlertAsync("Line", story, new string('x', 501));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Contains(new string('x', 501), await tooLong.Content.ReadAsStringAsync()); // what was typed is not lost
        desk.Site.Clock.Pass(TimeSpan.FromHours(1));
        await desk.Site.SendDueAsync();
        Assert.Empty(desk.Site.MailsTo(Ann));
        Assert.Contains("Held by Ben Hart", await desk.Cleo.GetStringAsync("/newsroom/bulletins"));

        using var letGo = await desk.Cleo.PostAlertAsync("Release", story);
        await desk.Site.SendDueAsync();
        Assert.Contains("The coastguard asks people to stay away.", Assert.Single(desk.Site.MailsTo(Ann)));
        using var late = await desk.Ben.PostAlertAsync("Skip", story);
        Assert.Contains("This alert has gone", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
        Assert.Equal(["story-alert.held", "story-alert.line-written", "story-alert.released"], await desk.Site.InDbAsync(db => db.Set<AuditEntry>().Where(e => e.Act.StartsWith("story-alert.")).OrderBy(e => e.Act).Select(e => e.Act).ToListAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Ada.GetAsync($"/newsroom/bulletins/preview?story={story}")).StatusCode);
    }

    [Fact]
    public async Task The_alert_of_a_story_that_waits_for_its_minute_is_skipped_beforehand_and_let_go_after_all()
    {
        await using var desk = await OpenAsync();
        var (skipped, sent) = (await desk.ScheduledAsync("Storm takes the pier", "2026-05-04 11:00"), await desk.ScheduledAsync("The pier comes back", "2026-05-04 11:00"));
        foreach (var story in new[] { skipped, sent })
        {
            using var answer = await desk.Ben.PostAlertAsync("Skip", story);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        Assert.Contains("an editor has skipped it", await desk.Ben.GetStringAsync($"/newsroom/api/articles/{skipped}/effects"));
        Assert.Contains("Skipped: it does not go.", await desk.Ben.GetStringAsync("/newsroom/bulletins"));
        using var back = await desk.Ben.PostAlertAsync("Release", sent);

        desk.Site.Clock.Pass(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(async () => await desk.Site.InDbAsync(db => db.Set<Article>().CountAsync(a => a.State == ArticleState.Live && a.PublishedAt != null)) == 3);
        desk.Site.Clock.Pass(Delay);
        await Eventually.TrueAsync(() => Task.FromResult(desk.Site.MailsTo(Ann).Count == 1));

        Assert.Contains("Subject: The pier comes back", Assert.Single(desk.Site.MailsTo(Ann)));
    }

    [Fact]
    public async Task A_story_withdrawn_before_its_alert_has_gone_is_told_when_it_comes_back()
    {
        await using var desk = await OpenAsync();
        await desk.Site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the peer", Published = "2026-05-04 10:00" });
        await desk.Site.WithdrawAsync("pier");
        desk.Site.Clock.Pass(TimeSpan.FromMinutes(30));
        await desk.Site.SendDueAsync();
        Assert.Empty(desk.Site.MailsTo(Ann));

        await desk.Site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier", Published = "2026-05-04 10:00" });
        desk.Site.Clock.Pass(Delay);
        await desk.Site.SendDueAsync();

        Assert.Contains("Subject: Storm takes the pier", Assert.Single(desk.Site.MailsTo(Ann)));
    }

    [Fact]
    public async Task An_alert_that_nobody_lets_go_within_a_day_goes_no_more()
    {
        await using var desk = await OpenAsync();
        var (story, _) = await desk.LiveAsync();
        using var held = await desk.Ben.PostAlertAsync("Hold", story);
        desk.Site.Clock.Pass(TimeSpan.FromHours(25));
        await desk.Site.SendDueAsync();

        Assert.Equal(EditionState.Skipped, await desk.Site.InDbAsync(db => db.Set<Edition>().Where(e => e.ArticleId == story).Select(e => e.State).SingleAsync()));
        Assert.DoesNotContain("Alerts that wait", await desk.Ben.GetStringAsync("/newsroom/bulletins"));
        Assert.Empty(desk.Site.MailsTo(Ann));
    }

    private static async Task<ADesk> OpenAsync(bool isFirst = false)
    {
        var desk = await ADesk.OpenAsync();
        await desk.Site.PublishAsync(new AStory { Slug = "old", Topics = ["money"], Published = "2026-05-04 08:00" });
        if (!isFirst) await desk.Site.SkipFirstAlertAsync("old");
        await desk.Site.SubscribeAsync(Ann, only: "alert-topic:coast");
        return desk;
    }
}
