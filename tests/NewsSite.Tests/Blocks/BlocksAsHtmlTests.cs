using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Blocks;
using NewsSite.Core.Content;
using NewsSite.Web.Blocks;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;

namespace NewsSite.Tests.Blocks;

public sealed class BlocksAsHtmlTests
{
    private static readonly ArticleFrame Article = new("http://localhost:5080/news/pier", "Storm takes the pier", new(2026, 5, 1));

    [Fact]
    public async Task Blocks_are_drawn_by_their_partials_with_absolute_addresses()
    {
        await using var site = await TestSite.StartAsync();

        var html = await RenderAsync(site,
            new ProseBlock { Id = "a", Text = "The [pier](/news/pier), [below](#b), [away](https://example.org/x) and “words” with src=\"/x\"." },
            new StatementBlock { Id = "b", Person = "ada-quill", Name = "Ada Quill", Words = ["We will <rebuild>."] });

        Assert.Contains("<a href=\"http://localhost:5080/news/pier\">pier</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://localhost:5080/news/pier#b\">below</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/x\">away</a>", html, StringComparison.Ordinal);
        Assert.Contains("src=&quot;/x&quot;", html, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/people/ada-quill", html, StringComparison.Ordinal);
        Assert.Contains("We will &lt;rebuild&gt;.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_fails_or_is_unknown_takes_down_only_itself()
    {
        await using var site = await TestSite.StartAsync("--Logging:LogLevel:Default=None");

        var html = await RenderAsync(site,
            new ProseBlock { Id = "a", Text = "Before." },
            new UnknownBlock { Type = "weather", Id = "w", Json = "{}" },
            new ImageBlock { Id = "v", Media = "pier.jpg", Purpose = PicturePurpose.Captioned },
            new ProseBlock { Id = "c", Text = "After." });

        Assert.Contains("<p>Before.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p>After.</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", html, StringComparison.Ordinal);
    }

    private static Task<string> RenderAsync(TestSite site, params Block[] blocks) =>
        site.DoAsync(services => services.GetRequiredService<BlockHtml>().RenderAsync(blocks, new NoReferences(), Article, CancellationToken.None));

    private sealed class NoReferences : IReferences
    {
        public SourceCard? Source(string? slug) => null;

        public Picture? Picture(string? file) => throw new InvalidOperationException("The library is on fire.");

        public ArticleLink? Article(string slug) => null;

        public string Html(string markdown) => ProseMarkdown.ToHtml(markdown);
    }
}
