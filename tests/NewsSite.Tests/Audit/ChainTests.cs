using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Audit;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Audit;

public sealed class ChainTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Entries_follow_from_one_another_without_a_gap()
    {
        await AddAsync("one", "two");
        await AddAsync("three");

        var all = await AllAsync();

        Assert.Equal(["one", "two", "three"], all.Select(e => e.Words));
        Assert.Equal([1, 2, 3], all.Select(e => e.Number));
        Assert.Equal([AuditHash.Beginning, all[0].Hash, all[1].Hash], all.Select(e => e.Previous));
        Assert.All(all, e => Assert.Equal(e.Hash, AuditHash.Of(e, e.Previous)));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task An_act_that_is_not_committed_leaves_nothing()
    {
        await _site.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            await using (await db.Database.BeginTransactionAsync())
            {
                services.GetRequiredService<IActs>().Add(db, new("test.done", "given up"));
                await db.SaveChangesAsync();
            }
            services.GetRequiredService<IActs>().Add(db, new("test.done", "kept"));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(["kept"], (await AllAsync()).Select(e => e.Words));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task What_could_not_be_saved_with_an_act_is_mended_and_saved_with_it()
    {
        await _site.DoAsync(async services =>
        {
            var (db, acts) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<IActs>());
            db.Add(new ProtectionKey { Name = null!, Xml = "" });
            acts.Add(db, new("test.done", "mended"));
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.Entry(db.ChangeTracker.Entries<ProtectionKey>().Single().Entity).State = EntityState.Detached;
            return await db.SaveChangesAsync();
        });

        Assert.Equal(["mended"], (await AllAsync()).Select(e => e.Words));
    }

    [Fact]
    public async Task Acts_cannot_be_saved_without_waiting_for_their_turn()
    {
        await _site.DoAsync(services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            services.GetRequiredService<IActs>().Add(db, new("test.done", "at once"));
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
            return Task.FromResult(true);
        });

        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_clock_that_goes_back_breaks_nothing()
    {
        await AddAsync("at nine");
        _site.Clock.Pass(TimeSpan.FromHours(-3));
        await AddAsync("at six");

        var all = await AllAsync();

        Assert.Equal(["at nine", "at six"], all.Select(e => e.Words));
        Assert.True(all[1].At < all[0].At);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Many_who_write_at_once_keep_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++) await AddAsync($"{writer}.{i}.a", $"{writer}.{i}.b");
        })));

        var all = await AllAsync();

        Assert.Equal(400, all.Count);
        Assert.Empty(await FaultsAsync());
        Assert.All(Enumerable.Range(0, 8), writer => Assert.Equal(
            Enumerable.Range(0, 25).SelectMany(i => new[] { $"{writer}.{i}.a", $"{writer}.{i}.b" }), all.Select(e => e.Words).Where(w => w.StartsWith($"{writer}.", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Words_are_kept_as_the_hash_has_them_whatever_they_are()
    {
        await AddAsync("half \ud83d a pair", "a\0null", "tab\there", "two\r\nlines", "  ", "“£” 🐟", new string('x', 5_000));

        var all = await AllAsync();

        Assert.Equal(["half \ufffd a pair", "a null", "tab here", "two lines", "test.done", "“£” 🐟"], all.Take(6).Select(e => e.Words));
        Assert.Equal(600, all[6].Words.Length);
        Assert.Empty(await FaultsAsync());
    }

    private Task<List<AuditEntry>> AllAsync() => _site.RecordAsync();

    private Task<IReadOnlyList<string>> FaultsAsync() => _site.AuditFaultsAsync();

    private Task<int> AddAsync(params string[] words) => _site.ActAsync([.. words.Select(w => new Act("test.done", w))]);
}
