using NewsSite.Web.Articles;

namespace NewsSite.Tests.Themes;

public sealed class PageHeadTests
{
    [Fact]
    public async Task An_article_s_head_says_what_it_is_and_where()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Standfirst = "Nobody was \"hurt\" <b>.", SocialHeadline = "Pier gone", Published = "2026-05-01 06:00", Updated = "2026-05-02", Topics = ["coast", "town"] });

        var page = await site.PageAsync("/news/pier");

        Assert.Equal("Storm takes the pier | The County Ledger", page.Title);
        Assert.Equal(["Nobody was \"hurt\" <b>."], page.Meta("description"));
        Assert.Equal(["http://localhost:5080/news/pier"], page.Links("canonical"));
        Assert.Equal(["http://localhost:5080/news/pier"], page.Meta("og:url"));
        Assert.Equal(["article"], page.Meta("og:type"));
        Assert.Equal(["Pier gone"], page.Meta("og:title"));
        Assert.Equal(["The County Ledger"], page.Meta("og:site_name"));
        Assert.Equal(["en_GB"], page.Meta("og:locale"));
        Assert.Equal(["summary"], page.Meta("twitter:card"));
        Assert.Equal(["2026-05-01T06:00+01:00"], page.Meta("article:published_time"));
        Assert.Equal(["2026-05-02"], page.Meta("article:modified_time"));
        Assert.Equal(["http://localhost:5080/authors/ada-quill"], page.Meta("article:author"));
        Assert.Equal(["Coast"], page.Meta("article:section"));
        Assert.Equal(["Coast", "Town"], page.Meta("article:tag"));
        Assert.Empty(page.Meta("robots"));
        Assert.Empty(page.Meta("og:image"));
    }

    [Fact]
    public async Task Feeds_of_the_topic_and_of_the_site_are_named_and_exist()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        var feeds = (await site.PageAsync("/news/pier")).Links("alternate");

        Assert.Equal(["/topics/coast/feed.xml", "/topics/coast/atom.xml", "/topics/coast/feed.json", "/feed.xml", "/atom.xml", "/feed.json"], feeds);
        foreach (var feed in feeds) Assert.True((await site.Reader.GetAsync(feed)).IsSuccessStatusCode, feed);
    }

    [Fact]
    public async Task Without_a_standfirst_the_first_words_describe_the_article()
    {
        await using var site = await TestSite.StartAsync();
        var sentence = string.Join(' ', Enumerable.Repeat("The pier is gone,", 30));
        await site.PublishAsync(new AStory { Slug = "pier", Blocks = [new Web.Blocks.Prose.ProseBlock { Id = "a", Text = sentence + "\n\nSecond." }] });
        await site.PublishAsync(new AStory { Slug = "short" });

        var description = (await site.PageAsync("/news/pier")).Meta("description").Single();

        Assert.InRange(description.Length, 150, 200);
        Assert.EndsWith("gone…", description, StringComparison.Ordinal);
        Assert.StartsWith(description[..^1], sentence, StringComparison.Ordinal);
        Assert.Equal(["The pier is gone."], (await site.PageAsync("/news/short")).Meta("description"));
    }

    [Fact]
    public async Task A_sponsored_article_s_title_says_so_wherever_it_goes()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "paid", Kind = ArticleKind.Sponsored, Headline = "Buy a bench", SocialHeadline = "Benches!" });

        var page = await site.PageAsync("/news/paid");

        Assert.Equal("Sponsored: Buy a bench | The County Ledger", page.Title);
        Assert.Equal(["Sponsored: Benches!"], page.Meta("og:title"));
    }

    [Fact]
    public async Task The_theme_s_font_style_sheet_and_colours_are_named()
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.PageAsync("/news");

        var font = page.Head!.QuerySelector("link[rel=preload]")!;
        Assert.StartsWith("/assets/fonts/newsreader.", font.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("font/woff2", font.GetAttribute("type"));
        Assert.True(font.HasAttribute("crossorigin"));
        Assert.Equal("font/woff2", (await site.Reader.GetAsync(font.GetAttribute("href"))).Content.Headers.ContentType!.MediaType);
        Assert.True((await site.Reader.GetAsync(page.Links("stylesheet").Single())).IsSuccessStatusCode);
        Assert.Equal(["#ffffff", "#121517"], page.Meta("theme-color"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
    }

    [Fact]
    public async Task Pages_of_a_listing_name_their_neighbours()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 1; i <= 41; i++) await site.PublishAsync(new AStory { Slug = $"a{i}", Published = $"2025-{1 + (i / 28):00}-{1 + (i % 28):00}" });

        var first = await site.PageAsync("/news");
        var second = await site.PageAsync("/topics/coast?page=2");

        Assert.Empty(first.Links("prev"));
        Assert.Equal(["http://localhost:5080/news?page=2"], first.Links("next"));
        Assert.Equal(["http://localhost:5080/topics/coast"], second.Links("prev"));
        Assert.Equal(["http://localhost:5080/topics/coast?page=3"], second.Links("next"));
        Assert.Equal(["http://localhost:5080/topics/coast?page=2"], second.Links("canonical"));
    }
}
