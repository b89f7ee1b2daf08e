using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.People;
using NewsSite.Web.Sources;

namespace NewsSite.Tests.Search;

/// <summary>A site with a few invented stories and what its readers find in it.</summary>
public sealed class SearchSite : IAsyncLifetime
{
    internal TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync();
        await Site.AddAsync(
            [
                new Person { Slug = "una-pike", Name = "Una Pike", Summary = "An invented councillor." },
                new Source { Slug = "sea-report", Title = "Seawall condition survey", Publisher = "The county" },
            ],
            "people", "sources");
        await Site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier", Standfirst = "Nobody was hurt <b>at all</b>.", Blocks = [Words("The pier is gone, and with it the kiosk. Inspectors said the inspections had warned of it & more.")], Published = "2026-05-01 08:00" });
        await Site.PublishAsync(new AStory { Slug = "harbour", Headline = "Harbour walls will be inspected", Topics = ["harbours", "coast"], Kind = ArticleKind.Analysis, Bylines = ["bernard-oakes"], Sources = ["sea-report"], Blocks = [Words("After the storm the county looks at every wall.")], Published = "2026-04-20 08:00" });
        await Site.PublishAsync(new AStory
        {
            Slug = "kiosk",
            Headline = "A kiosk for Siân",
            Topics = ["business"],
            Kind = ArticleKind.Sponsored,
            Blocks = [new StatementBlock { Id = "s", Person = "una-pike", Name = "Cllr Pike", Role = "chair of the parish council", Words = ["We are delighted with the ice cream."] }],
            Published = "2025-03-02",
        });
        await Site.PublishAsync(new AStory { Slug = "budget", Headline = "What the budget pays for", Topics = ["money"], Blocks = [Words("Roads, schools and the parish council’s hall. The council of the parish met.")], Published = "2024-02-02" });
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    internal async Task<string> PageAsync(string query)
    {
        using var answer = await Site.Reader.GetAsync($"/search?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Slugs of the stories found, in their order.</summary>
    internal async Task<IReadOnlyList<string>> FindAsync(string typed, string more = "") => SlugsIn(await PageAsync($"q={Uri.EscapeDataString(typed)}{more}"));

    internal static IReadOnlyList<string> SlugsIn(string page) => [.. Regex.Matches(page, "story-headline\"><a href=\"/news/([^\"]+)\"").Select(m => m.Groups[1].Value)];

    private static ProseBlock Words(string text) => new() { Id = "words", Text = text };
}
