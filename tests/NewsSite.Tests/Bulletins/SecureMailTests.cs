using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Schedule;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Mail;

namespace NewsSite.Tests.Bulletins;

/// <summary>The real program and a real SMTP server that wants TLS and a password, on the clock of the machine.</summary>
[Collection(Alone.Name)]
public sealed class SecureMailTests
{
    [Fact]
    public async Task Letters_and_bulletins_go_encrypted_and_signed_in_and_never_to_a_server_that_cannot_prove_who_it_is()
    {
        await using var server = await SecureServer.StartAsync();
        await using var site = await TestSite.StartAsync();
        await PlanAsync(site);

        await using (var wary = new SendingProcess(site, server.Settings, server.Taken))
        {
            await wary.UntilAsync(() => site.InDbAsync(async db => await db.EditionMails.AnyAsync(m => m.Tries > 0) && await db.Set<OutgoingMail>().AnyAsync(m => m.Tries > 0)));
            Assert.DoesNotContain("herons", await wary.TellAsync(), StringComparison.Ordinal);
        }
        Assert.Empty(server.Taken());
        var fault = await site.InDbAsync(db => db.EditionMails.Select(m => m.Fault).SingleAsync());
        Assert.Equal("AuthenticationException, before the mail was begun", fault);

        // As if the time had passed after which both are tried again.
        var now = TimeProvider.System.GetUtcNow();
        await site.InDbAsync(db => db.EditionMails.ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now.AddMinutes(-1))));
        await site.InDbAsync(db => db.Set<OutgoingMail>().ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now.AddMinutes(-1)).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)));
        await using (var trusting = new SendingProcess(site, server.Settings, server.Taken, trusts: server.Certificate))
            await trusting.UntilAsync(() => Task.FromResult(server.Taken().Count == 2));

        Assert.Equal(["letter@example.org TLS LOGIN", "reader0@example.org TLS PLAIN"], server.Taken().Order(StringComparer.Ordinal));
    }

    // A letter and a bulletin for one reader each, due on the machine's clock; the test's own site lives in another time and leaves them.
    private static async Task PlanAsync(TestSite site)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);
        await site.PublishAsync(new AStory { Slug = "pier", Published = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await site.AddReadersAsync(1);
        await site.InDbAsync(db =>
        {
            var itsNow = site.Clock.GetUtcNow();
            db.Add(new Edition { Id = Guid.CreateVersion7(itsNow), Kind = EditionKind.Daily, Day = DateOnly.FromDateTime(itsNow.DateTime), DueAt = itsNow.AddHours(-1), State = EditionState.Skipped });
            db.Add(new Edition { Id = Guid.CreateVersion7(now), Kind = EditionKind.Daily, Day = today, DueAt = now.AddMinutes(-1), ReleasedBy = "Ed Itor" });
            db.Add(OutgoingMail.Of(new Letter("letter@example.org", "A letter", "It says little."), now));
            return db.SaveChangesAsync();
        });
    }
}
