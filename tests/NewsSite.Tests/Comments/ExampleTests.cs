using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Exchange;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

/// <summary>Made-up comments of content files.</summary>
public sealed class ExampleTests
{
    private const string First = "article: pier\nname: Ivy\nat: 2026-05-02 09:00\nwords: The *first*.\n", Second = "article: pier\nanswers: first\nname: Tom\nat: 2026-05-02 10:00\nwords: The second.\n";

    [Fact]
    public async Task Examples_stand_in_their_threads_with_a_badge_and_no_search_engine_is_told()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01" });
        await ImportAsync(site, ("an-answer", Second), ("first", First)); // an answer may come before what it answers

        var page = await PageAsync(site);
        var json = page.QuerySelector("script[type='application/ld+json']")!.TextContent;
        var comments = await site.Reader.GetStringAsync("/api/v1/articles/pier/comments");

        Assert.Equal(["Example", "Example"], page.QuerySelectorAll(".comment .badge").Select(b => b.TextContent));
        Assert.Equal("The second.", page.QuerySelector(".answers .comment > p:not(.meta)")!.TextContent);
        Assert.DoesNotContain("The first", json);
        Assert.DoesNotContain("commentCount", json);
        Assert.Contains("\"badge\":\"Example\"", comments);
        Assert.Contains("<title>Ivy (Example) on ", await site.Reader.GetStringAsync("/news/pier/comments/atom.xml"));
    }

    [Fact]
    public async Task Importing_again_changes_nothing_and_a_changed_file_takes_the_old_ones_place()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01" });
        await ImportAsync(site, ("first", First), ("an-answer", Second));
        var before = await IdsAsync(site);

        await ImportAsync(site, ("first", First), ("an-answer", Second));
        var same = await IdsAsync(site);
        await ImportAsync(site, ("first", First.Replace("09:00", "08:00", StringComparison.Ordinal)), ("an-answer", Second.Replace("second", "other", StringComparison.Ordinal)));
        var page = await PageAsync(site);

        Assert.Equal(before, same);
        Assert.Equal(["The first.", "The other."], page.QuerySelectorAll(".comment > p:not(.meta)").Select(p => p.TextContent));
        Assert.Equal(2, page.QuerySelectorAll(".comment").Length);
    }

    private static async Task<IHtmlDocument> PageAsync(TestSite site) => await new HtmlParser().ParseDocumentAsync(await site.Reader.GetStringAsync("/news/pier"));

    private static Task<List<Guid>> IdsAsync(TestSite site) => site.InDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());

    private static async Task ImportAsync(TestSite site, params (string Slug, string Text)[] files)
    {
        using var content = new ContentDirectory();
        foreach (var (slug, text) in files) content.Write($"example-comments/{slug}.yml", text);
        Assert.Empty((await content.ImportAsync(site)).Faults);
    }
}
