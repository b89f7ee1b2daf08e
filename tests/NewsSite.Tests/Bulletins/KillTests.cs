using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Schedule;
using NewsSite.Web.Bulletins;

namespace NewsSite.Tests.Bulletins;

/// <summary>Real processes of the program, a real SMTP server, and the clock of the machine.</summary>
[Collection(Alone.Name)]
public sealed class KillTests
{
    // On SQLite the number of the promise; what PostgreSQL adds is another database under the same program, for which fewer will do.
    private static readonly int Readers = TestDatabase.IsPostgreSql ? 1_500 : 10_000;

    [Fact]
    public async Task A_bulletin_reaches_nobody_twice_though_its_sender_is_killed_in_the_middle_and_two_others_finish_it()
    {
        await using var server = await RecordingServer.StartAsync();
        await using var site = await TestSite.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);
        await site.PublishAsync(new AStory { Slug = "pier", Published = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await site.InDbAsync(db =>
        {
            // The test's own site lives in another time. What it might plan for its day would be the first bulletin ever, which waits for an editor, and hold up that of today.
            var itsNow = site.Clock.GetUtcNow();
            db.Add(new Edition { Id = Guid.CreateVersion7(itsNow), Kind = EditionKind.Daily, Day = DateOnly.FromDateTime(itsNow.DateTime), DueAt = itsNow.AddHours(-1), State = EditionState.Skipped });
            db.Add(new Edition { Id = Guid.CreateVersion7(now), Kind = EditionKind.Daily, Day = today, DueAt = now.AddMinutes(-1), ReleasedBy = "Ed Itor" });
            return db.SaveChangesAsync();
        });
        await site.AddReadersAsync(Readers);

        IReadOnlyCollection<object> Taken() => [.. server.Taken()];
        await using (var first = new SendingProcess(site, server.Settings, Taken))
        {
            await first.UntilAsync(() => Task.FromResult(server.Taken().Count > Readers / 4));
            await first.KillAsync();
        }
        var before = server.Taken().Count;
        Assert.InRange(before, 1, Readers - 1);
        // As if the time had passed for which the killed one had its mails in hand.
        await site.InDbAsync(db => db.EditionMails.Where(m => m.ClaimedUntil != null).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, now.AddHours(-1))));
        await using (var second = new SendingProcess(site, server.Settings, Taken))
        await using (var third = new SendingProcess(site, server.Settings, Taken))
            await SendingProcess.UntilAsync(() => site.InDbAsync(db => db.Editions.AnyAsync(e => e.Kind == EditionKind.Daily && e.Day == today && e.State == EditionState.Sent)), second, third);

        var taken = server.Taken();
        Assert.Equal(taken.Count, taken.Select(t => t.To).Distinct().Count());
        Assert.Equal(taken.Count, taken.Select(t => t.Id).Distinct().Count());
        var edition = await site.InDbAsync(db => db.Editions.AsNoTracking().SingleAsync(e => e.Day == today));
        Assert.Equal((Readers, 0, 0), (edition.Sent + edition.Unknown, edition.Failed, edition.Left));
        Assert.InRange(edition.Unknown, 0, 8); // one for each line of the killed one
        Assert.InRange(taken.Count, edition.Sent, Readers);
    }
}
