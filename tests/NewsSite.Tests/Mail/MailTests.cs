using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Commands;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;

namespace NewsSite.Tests.Mail;

public sealed class MailTests
{
    [Fact]
    public async Task Mail_goes_into_files_at_once_where_there_is_no_server()
    {
        await using var site = await TestSite.StartAsync();

        await QueueAsync(site, new("ada@example.org", "Größe & “marks”", "Line one: café\nLine two") { ToName = "Ada Quïll", Html = "<p>Line one</p>", Headers = new Dictionary<string, string> { ["List-Id"] = "bulletin.example.org" } });
        var letter = await site.LetterToAsync("ada@example.org");

        Assert.Contains("Line one: café\r\nLine two", letter);
        Assert.Contains("List-Id: bulletin.example.org", letter);
        Assert.Contains("multipart/alternative", letter);
        Assert.Contains("<p>Line one</p>", letter);
        Assert.Matches("Message-ID: <[0-9a-f]{32}@localhost>", letter);
        Assert.Equal(0, await site.CountLettersAsync());
    }

    [Fact]
    public async Task Mail_of_an_act_that_is_not_kept_is_not_sent()
    {
        await using var site = await TestSite.StartAsync();

        await site.InDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            site.Services.GetRequiredService<Outbox>().Add(db, new("ada@example.org", "Never", "Never"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        await QueueAsync(site, new("ben@example.org", "Kept", "Kept"));

        Assert.Equal(1, await site.CountLettersAsync());
    }

    [Fact]
    public async Task A_server_is_given_each_mail_once_by_several_nodes()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        var services = site.Services;
        var other = new MailSender(services.GetRequiredService<IDbContextFactory<NewsDb>>(), services.GetRequiredService<Outbox>(), services.GetRequiredService<Post>(), site.Clock, NullLogger<MailSender>.Instance);
        await site.InDbAsync(async db =>
        {
            for (var i = 0; i < 40; i++) services.GetRequiredService<Outbox>().Add(db, new($"reader{i}@example.org", $"Number {i}", "Hello\n.\nStill here"));
            return await db.SaveChangesAsync();
        });

        await Task.WhenAll(services.GetRequiredService<MailSender>().SendDueAsync(default), other.SendDueAsync(default));
        await Eventually.TrueAsync(() => site.InDbAsync(async db => !await db.Set<OutgoingMail>().AnyAsync(m => m.Fault == null)));

        Assert.Empty(await site.InDbAsync(db => db.Set<OutgoingMail>().Select(m => m.Fault).ToListAsync()));
        var mails = server.Mails();
        Assert.Equal(40, mails.Count);
        Assert.Equal(40, mails.Select(m => m.Split('\n').Single(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))).Distinct().Count());
        Assert.All(mails, m => Assert.Equal("Hello\r\n.\r\nStill here", BodyOf(m)));
        Assert.Contains(mails, m => m.Contains("From: Newsroom <news@example.org>") || m.Contains("From: \"Newsroom\" <news@example.org>"));
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_later()
    {
        var port = SmtpServer.FreePort();
        await using var site = await TestSite.StartAsync(SmtpServer.SettingsFor(port));
        await QueueAsync(site, new("ada@example.org", "Patience", "Hello"));
        await Eventually.TrueAsync(() => site.InDbAsync(db => db.Set<OutgoingMail>().AnyAsync(m => m.Tries == 1)));
        var waiting = await site.InDbAsync(db => db.Set<OutgoingMail>().AsNoTracking().SingleAsync());
        await using var server = await SmtpServer.StartAsync(port);
        var sender = site.Services.GetRequiredService<MailSender>();

        await sender.SendDueAsync(default);
        Assert.Empty(server.Mails()); // too early
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await sender.SendDueAsync(default);

        Assert.True(waiting.DueAt > waiting.QueuedAt);
        Assert.NotNull(waiting.Fault);
        Assert.Single(server.Mails());
    }

    [Fact]
    public async Task A_mail_that_a_node_died_with_is_taken_up_when_its_claim_runs_out()
    {
        await using var site = await TestSite.StartAsync();
        var sender = site.Services.GetRequiredService<MailSender>();
        await site.InDbAsync(async db =>
        {
            var mail = OutgoingMail.Of(new("ada@example.org", "Left", "Left"), site.Clock.GetUtcNow());
            db.Add(mail);
            db.Entry(mail).Property(m => m.ClaimedUntil).CurrentValue = site.Clock.GetUtcNow().AddMinutes(10);
            return await db.SaveChangesAsync();
        });

        await sender.SendDueAsync(default);
        Assert.True(await site.InDbAsync(db => db.Set<OutgoingMail>().AnyAsync()));
        site.Clock.Pass(TimeSpan.FromMinutes(11));
        await sender.SendDueAsync(default);

        Assert.Equal(1, await site.CountLettersAsync());
    }

    [Theory]
    [InlineData("Mail:Mode is “Pigeon”; expected Directory, Smtp.", "--Mail:Mode=Pigeon")]
    [InlineData("Mail:Host is missing; Mail:Mode Smtp needs the name of a server, such as smtp.example.org.", "--Mail:Mode=Smtp", "--Mail:From=a@example.org")]
    [InlineData("Mail:From is missing; Mail:Mode Smtp needs an e-mail address such as newsroom@example.org.", "--Mail:Mode=Smtp", "--Mail:Host=smtp")]
    [InlineData("Mail:From is “nobody”; expected an e-mail address such as newsroom@example.org or Newsroom <newsroom@example.org>.", "--Mail:From=nobody")]
    [InlineData("Mail:Port is “0”; expected 1 to 65535.", "--Mail:Port=0")]
    public async Task A_wrong_setting_stops_the_start_in_one_line(string expected, params string[] settings)
    {
        var (code, _, error) = await NewsSiteProcess.RunAsync(["doctor", .. settings]);

        Assert.Equal(1, code);
        Assert.Equal(expected, error.Trim());
    }

    private static async Task QueueAsync(TestSite site, Letter letter)
    {
        var outbox = site.Services.GetRequiredService<Outbox>();
        await site.InDbAsync(db =>
        {
            outbox.Add(db, letter);
            return db.SaveChangesAsync();
        });
        outbox.Wake();
    }

    private static string BodyOf(string mail)
    {
        var text = mail.ReplaceLineEndings("\n");
        return Encoding.UTF8.GetString(Convert.FromBase64String(text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]));
    }
}
