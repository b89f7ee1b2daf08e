using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

public sealed class EvictionTests
{
    [Fact]
    public async Task A_change_shows_on_the_very_next_request()
    {
        var (site, _) = await CachedSite.WithPierAsync();
        await using var __ = site;
        await site.ReadAsync();

        await site.Cache.EvictAsync(["article:pier"]);

        Assert.Equal("Rendering 2", await site.ReadAsync());
    }

    [Fact]
    public async Task A_change_elsewhere_leaves_the_page_where_it_is()
    {
        var (site, _) = await CachedSite.WithPierAsync();
        await using var __ = site;
        await site.ReadAsync();

        await site.Cache.EvictAsync(["article:harbour"]);

        Assert.Equal("Rendering 1", await site.ReadAsync());
    }

    [Fact]
    public async Task A_new_theme_drops_every_page()
    {
        var (site, _) = await CachedSite.WithPierAsync();
        await using var __ = site;
        await site.ReadAsync();

        await site.Cache.EvictAllAsync();

        Assert.Equal("Rendering 2", await site.ReadAsync());
        Assert.InRange(site.Store.Bytes, 1, 10_000);
    }

    [Theory]
    [InlineData("article:pier")]
    [InlineData(null)]
    public async Task A_page_that_began_rendering_before_a_change_is_not_kept(string? changed)
    {
        var headline = "Old";
        var (hasRead, mayFinish) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", async (HttpContext http) =>
        {
            var text = headline;
            hasRead.TrySetResult();
            await mayFinish.Task;
            http.PageTags().Add("article:pier");
            return Results.Content(text, "text/html");
        }));

        var slow = site.ReadAsync();
        await hasRead.Task;
        headline = "New";
        await (changed is null ? site.Cache.EvictAllAsync() : site.Cache.EvictAsync([changed]));
        var next = site.ReadAsync(); // waits for the slow one, and must not be given it
        mayFinish.SetResult();

        Assert.Equal("Old", await slow);
        Assert.Equal("New", await next);
        Assert.Equal("New", await site.ReadAsync());
    }

    [Fact]
    public async Task A_page_that_began_rendering_before_another_page_changed_is_kept()
    {
        var (hasRead, mayFinish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var renders = new Counter();
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", async (HttpContext http) =>
        {
            renders.Next();
            http.PageTags().Add("article:pier");
            hasRead.TrySetResult();
            await mayFinish.Task;
            return Results.Content("Storm", "text/html");
        }));

        var slow = site.ReadAsync();
        await hasRead.Task;
        await site.Cache.EvictAsync(["article:harbour"]);
        mayFinish.SetResult();
        await slow;
        await site.ReadAsync();

        Assert.Equal(1, renders.Count);
    }

    [Fact]
    public async Task A_page_goes_at_the_earliest_instant_at_which_it_changes_by_itself()
    {
        CachedSite? clocked = null;
        var (site, _) = await CachedSite.WithPierAsync(http =>
        {
            var now = clocked!.Clock.GetUtcNow();
            http.PageTags().ChangesAt(now.AddMinutes(20)).ChangesAt(null).ChangesAt(now.AddMinutes(10));
            http.PageTags().ChangesAt(now.AddMinutes(30)).ChangesAt(now.AddDays(-1)); // the past is on the page already
        });
        await using var __ = clocked = site;
        await site.ReadAsync();

        site.Clock.Pass(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal("Rendering 1", await site.ReadAsync());
        site.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal("Rendering 2", await site.ReadAsync());
    }

    [Fact]
    public async Task A_page_whose_instant_came_while_it_rendered_is_not_kept()
    {
        CachedSite? clocked = null;
        var (site, renders) = await CachedSite.WithPierAsync(http =>
        {
            http.PageTags().ChangesAt(clocked!.Clock.GetUtcNow().AddMinutes(1));
            clocked.Clock.Pass(TimeSpan.FromMinutes(1));
        });
        await using var __ = clocked = site;

        await site.ReadAsync();
        await site.ReadAsync();

        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public void A_log_that_has_forgotten_refuses_what_began_before()
    {
        var log = new EvictionLog(capacity: 2);
        var early = log.Epoch;
        log.Record(["a", "b"]);
        var middle = log.Epoch;
        log.Record(["c"]);
        var late = log.Epoch;
        log.Record(["d"]);

        Assert.True(log.HasEvictedSince(early, ["unrelated"]));
        Assert.True(log.HasEvictedSince(middle, ["unrelated"]));
        Assert.True(log.HasEvictedSince(late, ["d"]));
        Assert.False(log.HasEvictedSince(late, ["unrelated"]));
    }
}
