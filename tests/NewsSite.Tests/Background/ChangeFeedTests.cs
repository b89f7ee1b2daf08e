using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Background;

public sealed class ChangeFeedTests
{
    [Fact]
    public async Task What_pages_are_made_of_is_dropped_before_the_pages_are()
    {
        await using var site = await TestSite.StartAsync();
        var told = new List<string>();
        using var feed = new ChangeFeed(site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), [new Listener("pages", 1, told), new Listener("topics", 0, told)], site.Clock, NullLogger<ChangeFeed>.Instance);

        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal(["topics", "pages"], told);
    }

    [Fact]
    public async Task Every_change_is_told_once_and_in_its_order()
    {
        await using var site = await TestSite.StartAsync();
        var told = new List<string>();
        using var feed = new ChangeFeed(site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), [new Listener("", 0, told)], site.Clock, NullLogger<ChangeFeed>.Instance);
        await feed.CatchUpAsync(CancellationToken.None);
        told.Clear();

        await site.AddAsync([], "a", "b");
        await site.AddAsync([], "c");
        await feed.CatchUpAsync(CancellationToken.None);
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal(["a", "b", "c"], told);
    }

    [Fact]
    public async Task A_register_kept_in_memory_is_read_again_after_a_change_to_it_and_only_then()
    {
        await using var site = await TestSite.StartAsync();
        var topics = site.Services.GetRequiredService<TopicList>();
        await site.Services.GetRequiredService<ChangeFeed>().CatchUpAsync(CancellationToken.None); // the first time, everything is read again
        var before = await topics.AllAsync(CancellationToken.None);

        await site.AddAsync([], "authors");
        Assert.Same(before, await topics.AllAsync(CancellationToken.None));
        await site.AddAsync([new Topic { Slug = "coast", Name = "Coast" }], "topics");

        Assert.Equal("Coast", Assert.Single(await topics.AllAsync(CancellationToken.None)).Name);
    }

    private sealed class Listener(string name, int order, List<string> told) : IChangeListener
    {
        public int Order => order;

        public ValueTask OnChangedAsync(IReadOnlyCollection<string>? tags, CancellationToken ct)
        {
            told.AddRange(name.Length > 0 ? [name] : tags ?? []);
            return ValueTask.CompletedTask;
        }
    }
}
