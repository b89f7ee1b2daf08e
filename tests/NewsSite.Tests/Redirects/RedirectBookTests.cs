using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Data;
using NewsSite.Web.Redirects;

namespace NewsSite.Tests.Redirects;

public sealed class RedirectBookTests
{
    [Fact]
    public async Task A_chain_becomes_one_step()
    {
        await using var site = await TestSite.StartAsync();

        await MoveAsync(site, "/a", "/b");
        await MoveAsync(site, "/b", "/c");

        Assert.Equal("/c", await FindAsync(site, "/a"));
        Assert.Equal("/c", await FindAsync(site, "/b"));
    }

    [Fact]
    public async Task Something_that_moves_back_needs_no_redirect_any_more()
    {
        await using var site = await TestSite.StartAsync();

        await MoveAsync(site, "/a", "/b");
        await MoveAsync(site, "/b", "/a");

        Assert.Null(await FindAsync(site, "/a"));
        Assert.Equal("/a", await FindAsync(site, "/b"));
    }

    [Fact]
    public async Task A_redirect_to_itself_is_refused()
    {
        await using var site = await TestSite.StartAsync();

        Assert.False(await MoveAsync(site, "/a", "/a"));
        Assert.Null(await FindAsync(site, "/a"));
    }

    [Fact]
    public async Task However_things_move_no_redirect_leads_to_another()
    {
        await using var site = await TestSite.StartAsync();
        var moves = from a in Gen.Choose(0, 5) from b in Gen.Choose(0, 5) select (From: $"/{(char)('a' + a)}", To: $"/{(char)('a' + b)}");
        var walks = Gen.Sample(Gen.ListOf(moves, 12), 15);

        foreach (var walk in walks)
        {
            await site.InDbAsync(db => db.Redirects.ExecuteDeleteAsync());
            foreach (var (from, to) in walk) await MoveAsync(site, from, to);

            var all = await site.InDbAsync(db => db.Redirects.AsNoTracking().ToListAsync());
            Assert.DoesNotContain(all, r => all.Exists(other => other.From == r.To));
        }
    }

    private static Task<bool> MoveAsync(TestSite site, string from, string to) =>
        site.DoAsync(services => services.GetRequiredService<RedirectBook>().AddAsync(from, to, CancellationToken.None));

    private static Task<string?> FindAsync(TestSite site, string from) =>
        site.DoAsync(services => services.GetRequiredService<RedirectBook>().FindAsync(from, CancellationToken.None));
}
