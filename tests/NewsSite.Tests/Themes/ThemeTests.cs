using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Hosting;
using NewsSite.Web.Themes;

namespace NewsSite.Tests.Themes;

/// <summary>Tiny (tests/themes/Tiny) is a folder and nothing more: no project names it.</summary>
public sealed partial class ThemeTests
{
    private static readonly AStory Story = new()
    {
        Blocks = [new StatementBlock { Id = "s", Person = "ada-ferry", Name = "Ada Ferry", Words = ["The pier went before dawn."] }],
    };

    [Fact]
    public async Task A_theme_may_redraw_a_partial_a_block_and_the_masthead()
    {
        await using var site = await TestSite.StartAsync("--Site:Theme=Tiny");
        await site.PublishAsync(Story);

        Assert.Contains("tiny-teaser", await site.Reader.GetStringAsync("/news"));
        var page = await site.Reader.GetStringAsync("/news/storm-takes-the-pier");
        Assert.Contains("<div class=\"tiny-statement\">Ada Ferry: The pier went before dawn.</div>", page);
        Assert.Contains("tiny-masthead", page);
    }

    [Fact]
    public async Task What_a_theme_leaves_alone_comes_from_its_base()
    {
        await using var site = await TestSite.StartAsync("--Site:Theme=Tiny");
        await site.PublishAsync(Story);

        var page = await site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        Assert.Contains("<footer class=\"foot\">", page);
        Assert.Matches("""<link rel="stylesheet" href="/assets/site\.[0-9a-f]{10}\.css">""", page);
    }

    [Fact]
    public async Task A_file_of_a_theme_is_kept_for_ever_under_an_address_that_changes_with_it()
    {
        await using var site = await TestSite.StartAsync("--Site:Theme=Tiny");
        var chain = Theme.Chain("Tiny");
        var path = new ThemeAssets(chain).Find("tiny.css")!;

        using var answer = await site.Reader.GetAsync(path);
        var css = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
        var mark = Url().Match(css).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync(mark)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/assets/tiny.0000000000.css")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/assets/../theme.json")).StatusCode);
    }

    [Fact]
    public async Task The_icon_of_the_theme_or_its_base_is_where_browsers_look_for_it()
    {
        await using var site = await TestSite.StartAsync("--Site:Theme=Tiny");

        using var answer = await site.Reader.GetAsync("/favicon.ico");

        Assert.Equal((HttpStatusCode.OK, "image/x-icon"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(await File.ReadAllBytesAsync(Repository.PathOf("themes", "Broadsheet", "assets", "favicon.ico")), await answer.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Headers.CacheControl!.Public);
    }

    [Fact]
    public void A_theme_that_is_not_there_is_named_with_those_that_are()
    {
        var fault = Assert.Throws<StartupFault>(() => Theme.Chain("Tabloid"));

        Assert.Equal("Site:Theme is “Tabloid”; expected one of Broadsheet, Tiny.", fault.Message);
    }

    [GeneratedRegex("""url\("([^"]+)"\)""")]
    private static partial Regex Url();
}
