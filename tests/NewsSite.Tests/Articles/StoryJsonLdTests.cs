using NewsSite.Core.Blocks;
using NewsSite.Tests.Themes;
using NewsSite.Web.Articles;
using NewsSite.Web.Authors;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Media;
using NewsSite.Web.Sources;

namespace NewsSite.Tests.Articles;

public sealed class StoryJsonLdTests
{
    [Theory]
    [InlineData(ArticleKind.News, "NewsArticle")]
    [InlineData(ArticleKind.Analysis, "AnalysisNewsArticle")]
    [InlineData(ArticleKind.Opinion, "OpinionNewsArticle")]
    [InlineData(ArticleKind.Feature, "NewsArticle")]
    [InlineData(ArticleKind.Sponsored, "AdvertiserContentArticle")]
    public async Task Each_kind_of_article_has_its_type(ArticleKind kind, string type)
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Kind = kind });

        var types = (await site.PageAsync("/news/pier")).Data().Select(d => d.GetProperty("@type").GetString());

        Assert.Equal([type, "BreadcrumbList"], types);
    }

    [Fact]
    public async Task Everything_that_is_claimed_stands_on_the_page()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(
            [
                new Author { Slug = "newsdesk", Name = "Newsdesk", IsDesk = true },
                new Source { Slug = "report", Title = "State of the piers", Publisher = "Pier Board", Address = "https://example.org/report" },
                new Source { Slug = "notes", Title = "Notes of the harbour master" },
                new MediaItem { Id = Guid.CreateVersion7(site.Clock.GetUtcNow()), File = "pier.png", Hash = new string('a', 64), ContentType = "image/png", Bytes = 1, Width = 1200, Height = 800, Credit = "A. Lens", Renditions = [] },
            ], "authors", "source:report", "media:pier.png");
        await site.PublishAsync(new AStory
        {
            Slug = "pier",
            Headline = "“Gone”: Storm & sea take the pier",
            Standfirst = "Nobody was hurt.",
            Published = "2026-05-01 06:00",
            Updated = "2026-05-02",
            Bylines = ["newsdesk", "ada-quill"],
            Topics = ["coast", "town"],
            Sources = ["report", "notes"],
            LeadImage = new("pier.png", PicturePurpose.Described, "Stumps in the sea", "What is left", null),
            Blocks =
            [
                new ProseBlock { Id = "a", Text = "The pier is gone." },
                new StatementBlock { Id = "b", Person = "ada", Name = "Ada Harbour", Role = "Harbour master", Words = ["We will rebuild.", "All of it."] },
            ],
        });

        var page = await site.PageAsync("/news/pier");
        var story = page.Data("NewsArticle");

        foreach (var data in page.Data()) page.Shows(data);
        Assert.Equal("“Gone”: Storm & sea take the pier", story.GetProperty("headline").GetString());
        Assert.Equal(["Organization", "Person"], story.GetProperty("author").EnumerateArray().Select(a => a.GetProperty("@type").GetString()));
        Assert.Equal("NewsMediaOrganization", story.GetProperty("publisher").GetProperty("@type").GetString());
        Assert.Equal(1200, story.GetProperty("image").GetProperty("width").GetInt32());
        Assert.Equal(["State of the piers", "Notes of the harbour master"], story.GetProperty("citation").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.Equal("Ada Harbour", story.GetProperty("hasPart")[0].GetProperty("creator").GetProperty("name").GetString());
        Assert.Equal("We will rebuild.\n\nAll of it.", story.GetProperty("hasPart")[0].GetProperty("text").GetString());
        Assert.Equal(["The County Ledger", "Coast", "“Gone”: Storm & sea take the pier"], page.Data("BreadcrumbList").GetProperty("itemListElement").EnumerateArray().Select(s => s.GetProperty("name").GetString()));
        Assert.StartsWith("http://localhost:5080/media/", page.Meta("og:image").Single(), StringComparison.Ordinal);
        Assert.Equal(["Stumps in the sea"], page.Meta("og:image:alt"));
        Assert.Equal(["summary_large_image"], page.Meta("twitter:card"));
    }

    [Fact]
    public async Task What_is_not_known_is_not_claimed()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });

        var story = (await site.PageAsync("/news/pier")).Data("NewsArticle");

        foreach (var absent in new[] { "description", "image", "dateModified", "citation", "hasPart" }) Assert.False(story.TryGetProperty(absent, out _), absent);
        Assert.Equal("2026-05-01", story.GetProperty("datePublished").GetString());
    }

    [Fact]
    public async Task No_headline_can_end_the_script()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "</script><script>alert(1)</script><!--<script>", Standfirst = "\u2028 ]]> -->" });

        var page = await site.PageAsync("/news/pier");

        Assert.Equal("</script><script>alert(1)</script><!--<script>", page.Data("NewsArticle").GetProperty("headline").GetString());
        Assert.Equal("</script><script>alert(1)</script><!--<script>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("script:not([src])").Length);
    }

    [Fact]
    public async Task A_council_s_own_newsroom_is_no_news_organisation()
    {
        await using var site = await TestSite.StartAsync("--Site:Publisher=Council");
        await site.PublishAsync(new AStory { Slug = "pier" });

        var story = (await site.PageAsync("/news/pier")).Data("NewsArticle");

        Assert.Equal("Organization", story.GetProperty("publisher").GetProperty("@type").GetString());
    }
}
