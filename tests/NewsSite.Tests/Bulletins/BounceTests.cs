using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Commands;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Bulletins.Sending;

namespace NewsSite.Tests.Bulletins;

public sealed class BounceTests
{
    private static readonly Guid Reader = Guid.Parse("019b0000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("5.2.1", true)]
    [InlineData("5.2.2", false)] // a full box is emptied again
    [InlineData("5.7.1", false)] // a rule against the sender says nothing about the address
    [InlineData("4.4.1", false)]
    public void A_report_stops_an_address_only_when_it_says_that_there_is_none(string status, bool stops)
    {
        Assert.Equal(stops ? new Bounce(Reader, status) : null, Bounce.Of(Report(status, $"bounces+{Reader:N}@example.org")));
        Assert.Equal(stops ? new Bounce(Reader, status) : null, Bounce.Of(Report(status, "news@example.org")));
    }

    [Fact]
    public void A_mail_that_is_no_report_stops_nothing() => Assert.Null(Bounce.Of($"To: bounces+{Reader:N}@example.org\n\nI am away until Monday. Status: 5.1.1"));

    [Fact]
    public async Task A_stopped_address_gets_nothing_until_it_is_confirmed_again()
    {
        await using var site = await TestSite.StartAsync("--Bulletin:Time=11:00");
        await site.SkipFirstAsync();
        await site.PublishAsync(new AStory { Published = "2026-05-04 09:00" });
        await site.SubscribeAsync("ann@example.org");
        var id = await site.InDbAsync(db => db.Subscribers.Select(s => s.Id).SingleAsync());

        Assert.True(await site.DoAsync(services => services.GetRequiredService<Bounces>().TakeAsync(new(id, "5.1.1"), CancellationToken.None)));
        site.Clock.Pass(TimeSpan.FromHours(1));
        await site.SendDueAsync();
        Assert.Empty(site.MailsTo("ann@example.org"));
        await site.SubscribeAsync("ann@example.org");

        Assert.Null(await site.InDbAsync(db => db.Subscribers.Select(s => s.StoppedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_report_that_the_mail_server_hands_to_the_program_stops_its_address()
    {
        await using var site = await TestSite.StartAsync();
        await site.SubscribeAsync("ann@example.org");
        var id = await site.InDbAsync(db => db.Subscribers.Select(s => s.Id).SingleAsync());
        string[] settings = ["bounce", $"--Data:Directory={Path.Combine(site.Folder, "data")}", .. site.DatabaseSettings];

        var stopped = await NewsSiteProcess.TellAsync(Report("5.1.1", $"bounces+{id:N}@example.org"), settings);
        var letter = await NewsSiteProcess.TellAsync("I am away until Monday.", settings);

        Assert.Equal((0, "The address is stopped: 5.1.1."), (stopped.Code, stopped.Output.Trim()));
        Assert.Equal((0, "Nothing is stopped: the mail does not say that an address of a subscriber is none."), (letter.Code, letter.Output.Trim()));
        Assert.NotNull(await site.InDbAsync(db => db.Subscribers.Select(s => s.StoppedAt).SingleAsync()));
    }

    private static string Report(string status, string to) => $"""
        To: {to}
        Content-Type: multipart/report; report-type=delivery-status

        Final-Recipient: rfc822; ann@example.org
        Action: failed
        Status: {status}

        Message-ID: <{Guid.Empty:N}.{Reader:N}@example.org>
        """;
}
