using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;

namespace NewsSite.Tests.Data;

public sealed class StoreTests
{
    [Fact]
    public async Task A_revision_once_written_cannot_be_changed_or_removed()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InDbAsync(async db =>
        {
            db.Entry(await db.Revisions.FirstAsync()).Property(r => r.Headline).CurrentValue = "Another";
            return await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InDbAsync(async db =>
        {
            db.Remove(await db.StateChanges.FirstAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_save_on_sqlite_survives_a_power_cut_and_readers_never_wait_for_it()
    {
        await using var site = await TestSite.StartAsync("--Data:Provider=Sqlite", "--ConnectionStrings:NewsSite=");

        Assert.Equal("wal", await site.InDbAsync(db => PragmaAsync<string>(db, "journal_mode")));
        Assert.Equal(2, await site.InDbAsync(db => PragmaAsync<long>(db, "synchronous"))); // FULL
        Assert.Equal(1, await site.InDbAsync(db => PragmaAsync<long>(db, "foreign_keys")));
    }

    [Fact]
    public async Task Whoever_waits_for_another_writer_on_sqlite_goes_on_as_soon_as_it_is_done()
    {
        await using var site = await TestSite.StartAsync("--Data:Provider=Sqlite", "--ConnectionStrings:NewsSite=");

        // SQLite's own wait asks again within milliseconds; the client's would sleep.
        Assert.Equal(WriterWait.Longest, await site.InDbAsync(db => PragmaAsync<long>(db, "busy_timeout")));
    }

    private static async Task<T> PragmaAsync<T>(NewsDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
