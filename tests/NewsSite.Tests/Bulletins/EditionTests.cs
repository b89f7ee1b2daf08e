using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Bulletins.Sending;
using NewsSite.Web.Corrections;
using NewsSite.Web.Data;
using NewsSite.Web.Mail.Lines;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Bulletins;

public sealed class EditionTests
{
    private const string Soon = "--Bulletin:Time=11:00"; // an hour after the clock begins, or nearly

    [Fact]
    public async Task Each_story_is_carried_once_by_topic_with_labels_and_corrections_follow_to_those_who_had_it()
    {
        await using var site = await TestSite.StartAsync(Soon);
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier", Published = "2026-05-04 09:00" });
        await site.PublishAsync(new AStory { Slug = "school", Headline = "A school opens", Topics = ["schools"], Published = "2026-05-04 09:30" });
        await site.PublishAsync(new AStory { Slug = "paid", Headline = "Paid for", Kind = ArticleKind.Sponsored, Published = "2026-05-04 08:00" });
        await site.PublishAsync(new AStory { Slug = "old", Headline = "Long ago", Published = "2026-03-01" });
        await site.DraftAsync(new AStory { Slug = "draft", Headline = "Not yet" });
        await site.SubscribeAsync("ann@example.org");
        await site.SubscribeAsync("ben@example.org", topic: "topic:schools");
        await site.SubscribeAsync("eve@example.org", only: "alert-topic:coast");

        site.Clock.Pass(TimeSpan.FromHours(1));
        await site.SendDueAsync();
        await site.SendDueAsync();
        var (ann, ben) = (Assert.Single(site.MailsTo("ann@example.org")), Assert.Single(site.MailsTo("ben@example.org")));
        Assert.Empty(site.MailsTo("eve@example.org"));
        Assert.Contains("Subject: A school opens and 2 more", ann);
        Assert.True(ann.IndexOf("COAST", StringComparison.Ordinal) < ann.IndexOf("SCHOOLS", StringComparison.Ordinal));
        Assert.Contains("[Sponsored] Paid for", ann);
        Assert.Contains(">Sponsored</p>", ann);
        Assert.DoesNotContain("Long ago", ann);
        Assert.DoesNotContain("Not yet", ann);
        Assert.DoesNotContain("Storm takes the pier", ben);

        site.Clock.Pass(TimeSpan.FromHours(1));
        var story = await site.InDbAsync(db => db.Articles.Where(a => a.Slug == "pier").Select(a => a.Id).SingleAsync());
        await site.AddAsync([new Correction { Slug = "c1", ArticleId = story, At = site.Clock.GetUtcNow(), Wall = "2026-05-04 12:00", Wrong = "We said that the pier was built in 1900.", Right = "It was 1897." }], "corrections");
        site.Clock.Pass(TimeSpan.FromHours(23));
        await site.SendDueAsync();

        var second = site.MailsTo("ann@example.org").Single(m => m != ann);
        Assert.Contains("It was 1897.", second);
        Assert.DoesNotContain("A school opens", second);
        Assert.Single(site.MailsTo("ben@example.org")); // nothing new of schools
        site.Clock.Pass(TimeSpan.FromDays(1));
        await site.SendDueAsync();
        Assert.Equal(2, site.MailsTo("ann@example.org").Count); // no news, no mail
        Assert.Equal(EditionState.Empty, await site.InDbAsync(db => db.Editions.OrderByDescending(e => e.Day).Select(e => e.State).FirstAsync()));
    }

    [Theory]
    [InlineData("06:30", "2026-03-28", "2026-03-28T06:30:00Z")]
    [InlineData("06:30", "2026-03-29", "2026-03-29T05:30:00Z")] // the clocks have gone forward
    [InlineData("01:30", "2026-03-29", "2026-03-29T01:30:00Z")] // 01:30 does not exist: an hour later
    [InlineData("06:30", "2026-10-25", "2026-10-25T06:30:00Z")] // and back
    [InlineData("01:30", "2026-10-25", "2026-10-25T00:30:00Z")] // 01:30 comes twice: the first
    [InlineData("01:30", "2026-10-26", "2026-10-26T01:30:00Z")]
    public async Task The_minute_is_that_of_the_clock_on_the_wall_in_London(string time, string day, string due)
    {
        await using var site = await TestSite.StartAsync($"--Bulletin:Time={time}");

        var times = site.Services.GetRequiredService<BulletinTimes>();

        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), times.DueOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_story_that_is_withdrawn_and_a_reader_who_leaves_are_left_out_though_the_edition_is_made()
    {
        await using var site = await TestSite.StartAsync(Soon);
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier", Published = "2026-05-04 09:00" });
        await site.PublishAsync(new AStory { Slug = "school", Headline = "A school opens", Topics = ["schools"], Published = "2026-05-04 09:30" });
        await site.SubscribeAsync("ann@example.org");
        await site.SubscribeAsync("ben@example.org", topic: "topic:coast");
        await site.SubscribeAsync("cat@example.org");
        // Claimed as a line does it, of an edition that the site itself leaves alone.
        var (now, claim) = (site.Clock.GetUtcNow(), Guid.CreateVersion7(site.Clock.GetUtcNow()));
        var edition = new Edition { Id = claim, Kind = EditionKind.Daily, Day = new(2026, 5, 1), DueAt = now, State = EditionState.Skipped, MadeAt = now };
        var mails = await site.InDbAsync(async db =>
        {
            db.Add(edition);
            db.AddRange((await db.Articles.Select(a => a.Id).ToListAsync()).Select(a => new EditionStory { EditionId = edition.Id, ArticleId = a }));
            db.AddRange((await db.Subscribers.Select(s => s.Id).ToListAsync()).Select(r => new EditionMail { EditionId = edition.Id, SubscriberId = r, State = EditionMailState.Claimed, ClaimedBy = claim, ClaimedUntil = now.AddMinutes(2), DueAt = now }));
            await db.SaveChangesAsync();
            return await db.EditionMails.AsNoTracking().ToListAsync();
        });

        await site.WithdrawAsync("pier");
        await site.InDbAsync(db => db.Subscriptions.Where(s => db.Set<Subscriber>().Any(p => p.Id == s.SubscriberId && p.Email == "cat@example.org")).ExecuteDeleteAsync());
        await site.DoAsync(async services =>
        {
            await using var marks = new MailMarks(services.GetRequiredService<IDbContextFactory<NewsDb>>(), site.Clock);
            await using var line = services.GetRequiredService<MailLines>().Open();
            await services.GetRequiredService<SendClaim>().RunAsync(new(claim, edition, mails), line, marks, CancellationToken.None);
            return 0;
        });

        Assert.DoesNotContain("Storm takes the pier", Assert.Single(site.MailsTo("ann@example.org")));
        Assert.Empty(site.MailsTo("ben@example.org"));
        Assert.Empty(site.MailsTo("cat@example.org"));
        Assert.Equal([EditionMailState.Left, EditionMailState.Left, EditionMailState.Sent], (await site.InDbAsync(db => db.EditionMails.Select(m => m.State).ToListAsync())).OrderBy(s => s.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Editors_write_a_line_hold_release_skip_and_send_and_each_act_is_recorded()
    {
        await using var site = await TestSite.StartAsync(Soon);
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-04 09:00" });
        await site.AddReadersAsync(1);
        var editor = await site.SignInAsync(Role.Editor, "Ed Itor");

        using var line = await editor.PostBulletinAsync("Line", "Good morning from Ed.");
        using var held = await editor.PostBulletinAsync("Hold");
        site.Clock.Pass(TimeSpan.FromHours(1));
        await site.SendDueAsync();
        Assert.Empty(site.MailsTo("reader0@example.org"));
        Assert.Contains("Held by Ed Itor", await editor.GetStringAsync("/newsroom/bulletins"));
        using var unseen = await editor.PostBulletinAsync("Release", seen: "something else");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        using var released = await editor.PostBulletinAsync("Release");
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("reader0@example.org").Count == 1));
        Assert.Contains("Good morning from Ed.", site.MailsTo("reader0@example.org")[0]);

        await site.PublishAsync(new AStory { Slug = "school", Headline = "A school opens", Published = "2026-05-04 11:00" });
        using var skipped = await editor.PostBulletinAsync("Skip");
        site.Clock.Pass(TimeSpan.FromDays(1));
        await site.SendDueAsync();
        Assert.Single(site.MailsTo("reader0@example.org"));
        Assert.DoesNotContain("Send it now", await editor.GetStringAsync("/newsroom/bulletins")); // Wednesday's does not go on Tuesday
        site.Clock.Pass(TimeSpan.FromHours(22));
        using var sent = await editor.PostBulletinAsync("Send"); // what was skipped comes with the next
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("reader0@example.org").Count == 2));
        Assert.Contains("Wednesday 6 May 2026", site.MailsTo("reader0@example.org")[1] + site.MailsTo("reader0@example.org")[0]);

        Assert.Equal(["bulletin.held", "bulletin.line-written", "bulletin.released", "bulletin.sent-early", "bulletin.skipped"],
            (await site.InDbAsync(db => db.Set<NewsSite.Web.Audit.AuditEntry>().Where(e => e.Act.StartsWith("bulletin.")).Select(e => e.Act).ToListAsync())).Order(StringComparer.Ordinal));
        var journalist = await site.SignInAsync(Role.Journalist);
        Assert.Equal(HttpStatusCode.Forbidden, (await journalist.GetAsync("/newsroom/bulletins")).StatusCode);
    }

    [Fact]
    public async Task What_was_decided_on_the_next_days_stays_decided_and_alerts_go_out_meanwhile()
    {
        await using var site = await TestSite.StartAsync(Soon);
        await site.SkipFirstAsync();
        await site.AddReadersAsync(1);
        await site.SubscribeAsync("ann@example.org", only: "alert-topic:coast");
        var editor = await site.SignInAsync(Role.Editor, "Ed Itor");
        await site.PublishAsync(new AStory { Slug = "old", Topics = ["money"], Published = "2026-05-04 09:00" });
        await site.SkipFirstAlertAsync("old");
        using var sent = await editor.PostBulletinAsync("Send");
        await Eventually.TrueAsync(() => Task.FromResult(site.MailsTo("reader0@example.org").Count == 1));
        using var skipped = await editor.PostBulletinAsync("Skip"); // tomorrow's

        await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-04 10:00" });
        site.Clock.Pass(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 3; i++) await site.SendDueAsync();

        Assert.Single(site.MailsTo("ann@example.org"));
        Assert.Single(site.MailsTo("reader0@example.org"));
        Assert.Equal([EditionState.Sent, EditionState.Skipped], await site.InDbAsync(db => db.Editions.Where(e => e.Day >= new DateOnly(2026, 5, 4)).OrderBy(e => e.Day).Select(e => e.State).ToListAsync()));
        Assert.Contains("The bulletin of Wednesday 6 May 2026", await editor.GetStringAsync("/newsroom/bulletins"));
        using var early = await editor.PostBulletinAsync("Send", day: "2026-05-06");
        Assert.Contains("this one has its own day", await early.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_nodes_on_one_database_send_each_mail_once()
    {
        await using var server = await RecordingServer.StartAsync();
        await using var site = await TestSite.StartAsync([Soon, .. server.Settings]);
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Published = "2026-05-04 09:00" });
        await site.AddReadersAsync(200);
        var services = site.Services;
        using var claims = new MailClaims(services.GetRequiredService<IDbContextFactory<NewsDb>>(), site.Clock);
        using var other = new BulletinSender(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<IDbContextFactory<NewsDb>>(), claims, services.GetRequiredService<MailLines>(), services.GetRequiredService<IOptions<BulletinOptions>>(), site.Clock, NullLogger<BulletinSender>.Instance);
        site.Clock.Pass(TimeSpan.FromHours(1));

        await Task.WhenAll(site.SendDueAsync(), other.RunDueAsync(CancellationToken.None));
        await Eventually.TrueAsync(() => site.InDbAsync(async db => await db.EditionMails.CountAsync(m => m.State == EditionMailState.Sent) == 200));

        Assert.Equal(200, server.Taken().Count);
        Assert.Equal(200, server.Taken().Select(t => t.To).Distinct().Count());
    }

    [Fact]
    public async Task An_address_that_is_none_is_stopped_and_one_that_a_rule_refuses_is_not()
    {
        await using var server = await RecordingServer.StartAsync();
        await using var site = await TestSite.StartAsync([Soon, "--Bulletin:ReturnPath=bounces@example.org", .. server.Settings]);
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Published = "2026-05-04 09:00" });
        await site.AddReadersAsync(1);
        await site.InDbAsync(async db =>
        {
            foreach (var email in new[] { "gone@example.org", "hung@example.org", "rule@example.org" })
            {
                var reader = new Subscriber { Id = Guid.CreateVersion7(site.Clock.GetUtcNow()), Email = email, SeenAt = site.Clock.GetUtcNow(), ConfirmedAt = site.Clock.GetUtcNow() };
                db.AddRange(reader, new Subscription { SubscriberId = reader.Id, Kind = WantedKind.Daily, Subject = "", At = site.Clock.GetUtcNow() });
            }
            return await db.SaveChangesAsync();
        });
        site.Clock.Pass(TimeSpan.FromHours(1));

        await site.SendDueAsync();

        var readers = await site.InDbAsync(db => db.Subscribers.AsNoTracking().ToDictionaryAsync(s => s.Email));
        Assert.Equal("550 5.1.1 at RCPT", readers["gone@example.org"].StoppedWhy);
        Assert.Equal("550 5.1.1 at RCPT", readers["hung@example.org"].StoppedWhy);
        Assert.Null(readers["rule@example.org"].StoppedAt);
        var edition = await site.InDbAsync(db => db.Editions.OrderByDescending(e => e.DueAt).FirstAsync());
        Assert.Equal((1, 3), (edition.Sent, edition.Failed));
        Assert.Equal($"bounces+{readers["reader0@example.org"].Id:N}@example.org", Assert.Single(server.Taken()).From);
        Assert.DoesNotContain(await site.InDbAsync(db => db.EditionMails.Select(m => m.Fault).ToListAsync()), f => f?.Contains('@', StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_day_on_which_everything_happened_stays_below_what_mail_programs_cut_off()
    {
        await using var site = await TestSite.StartAsync();
        var words = string.Join(' ', Enumerable.Repeat("Councillors met.", 40));
        var stories = Enumerable.Range(0, 2_000).Select(i => new BulletinStory(Guid.Empty, $"story-{i}", ArticleKind.News, $"Headline {i} & more", words, ["coast"])).ToList();
        await site.AddAsync([new Topic { Slug = "coast", Name = "Coast" }], "topics");

        var body = await site.Services.GetRequiredService<BulletinWriter>().WriteAsync(new(EditionKind.Daily, new(2026, 5, 4), null, stories, []), Selection.All, [], CancellationToken.None);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(body.Html), 10_000, 100_000);
        Assert.Contains(" more on ", body.Html);
        Assert.DoesNotContain("<img", body.Html);
        Assert.DoesNotContain("<script", body.Html);
    }
}
