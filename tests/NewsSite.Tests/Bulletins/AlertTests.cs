using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Newsroom;
using NewsSite.Web.People;

namespace NewsSite.Tests.Bulletins;

public sealed class AlertTests
{
    [Fact]
    public async Task A_story_is_told_once_to_whoever_asked_for_its_topic_or_a_person_in_it_when_it_first_goes_live()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([new Person { Slug = "ada-quill", Name = "Ada Quill" }], "people");
        await site.PublishAsync(new AStory { Slug = "old", Headline = "Before", Published = "2026-05-04 08:00" });
        await site.SkipFirstAlertAsync("old");
        await site.SubscribeAsync("ann@example.org", only: "alert-topic:coast");
        await site.SubscribeAsync("ann@example.org", only: "alert-person:ada-quill");
        await site.SubscribeAsync("ben@example.org");

        var story = new AStory { Slug = "pier", Headline = "Storm takes the pier", Published = "2026-05-04 10:00", Blocks = [new StatementBlock { Id = "s", Words = ["It will be built again."], Name = "Ada Quill", Person = "ada-quill" }] };
        await site.PublishAsync(story);
        await site.SendDueAsync();
        Assert.Empty(site.MailsTo("ann@example.org")); // editors have two minutes
        site.Clock.Pass(TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("ann@example.org").Count == 1));
        await site.PublishAsync(story with { Headline = "Storm takes the pier away", Updated = "2026-05-04 10:05" });
        await site.WithdrawAsync("pier");
        await site.PublishAsync(story);
        site.Clock.Pass(TimeSpan.FromMinutes(2));
        await site.PublishAsync(new AStory { Slug = "history", Headline = "A story of 2014", Published = "2014-11-26" });
        await site.SendDueAsync();

        var mail = Assert.Single(site.MailsTo("ann@example.org"));
        Assert.Contains("A story about Ada Quill and Coast has just gone live.", mail);
        Assert.Empty(site.MailsTo("ben@example.org"));
        using var stopped = await site.Reader.PostAsync(BulletinSite.LinkIn(mail, "stop"), null);
        Assert.Equal(["daily"], (await site.InDbAsync(db => db.Subscriptions.ToListAsync())).Select(s => s.Wanted.ToString()));
    }

    [Fact]
    public async Task The_subject_of_an_alert_says_that_its_story_is_sponsored()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "old", Published = "2026-05-04 08:00" });
        await site.SkipFirstAlertAsync("old");
        await site.SubscribeAsync("ann@example.org", only: "alert-topic:coast");

        await site.PublishAsync(new AStory { Slug = "bench", Headline = "Buy a bench", Kind = ArticleKind.Sponsored, Published = "2026-05-04 10:00" });
        site.Clock.Pass(TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("ann@example.org").Count == 1));

        Assert.Contains("Subject: Sponsored: Buy a bench", site.MailsTo("ann@example.org")[0]);
    }

    [Fact]
    public async Task Before_a_story_goes_live_its_editor_is_told_which_mails_follow_and_to_how_many()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([new NewsSite.Web.Topics.Topic { Slug = "coast", Name = "Coast" }], "topics");
        await site.PublishAsync(new AStory { Slug = "old", Topics = ["money"], Published = "2026-05-02 08:00" });
        var story = await site.DraftAsync(new AStory { Slug = "pier" });
        await site.AddReadersAsync(3);
        await site.SubscribeAsync("ann@example.org", only: "alert-topic:coast");
        var editor = await site.SignInAsync(Role.Editor, "Ed Itor");

        var first = await editor.GetStringAsync($"/newsroom/api/articles/{story}/effects");
        await site.SkipFirstAlertAsync("old");
        var later = await editor.GetStringAsync($"/newsroom/api/articles/{story}/effects");

        Assert.Contains("The bulletin of Tuesday 5 May 2026 carries it, to 3 readers", first);
        Assert.Contains("The first alert ever waits until an editor has released it under Bulletins; it goes to one reader.", first);
        Assert.Contains("An alert goes out 2 minutes after it is live, to one reader; until then it can be held or skipped under Bulletins.", later);
    }
}
