using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Core.Blocks;
using NewsSite.Web.Blocks.Prose;

namespace NewsSite.Tests.Blocks;

public sealed class BlocksOnAPageTests
{
    [Fact]
    public async Task A_block_that_cannot_be_drawn_takes_down_only_itself_and_is_logged_with_the_article_s_address()
    {
        await using var site = await TestSite.StartAsync("--Modules:0=NewsSite.Tests");
        using var log = new LogLines();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await site.PublishAsync(new AStory { Slug = "pier", Blocks = [new ProseBlock { Id = "a", Text = "The pier is gone." }, new BrokenBlock { Id = "bad1" }, new ProseBlock { Id = "c", Text = "It will be missed." }] });

        var page = await site.Reader.GetStringAsync("/news/pier");

        Assert.Contains("The pier is gone.", page, StringComparison.Ordinal);
        Assert.Contains("It will be missed.", page, StringComparison.Ordinal);
        var line = Assert.Single(log.All, l => l.Level == LogLevel.Error);
        Assert.Contains("/news/pier", line.Text, StringComparison.Ordinal);
        Assert.Contains("bad1", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_nobody_knows_shows_readers_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory
        {
            Slug = "pier",
            Blocks =
            [
                new ProseBlock { Id = "a", Text = "The pier is gone." },
                new UnknownBlock { Type = "tide-table", Id = "t1", Json = """{"type":"tide-table","id":"t1","v":1,"port":"Watchet"}""" },
                new UnknownBlock { Type = "tide-table", Id = "t2", Markdown = "::: tide-table {#t2}\nMinehead\n:::" },
            ],
        });

        var page = await site.Reader.GetStringAsync("/news/pier");

        Assert.Contains("The pier is gone.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Watchet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Minehead", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tide-table", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_block_can_be_drawn_whatever_it_holds()
    {
        await using var site = await TestSite.StartAsync();
        using var log = new LogLines();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        foreach (var blocks in FsCheck.Fluent.Gen.Sample(ABlock.Standard.FullBody("pier"), 60)) await site.DrawAsync(blocks);

        Assert.DoesNotContain(log.All, l => l.Level >= LogLevel.Error);
    }
}
