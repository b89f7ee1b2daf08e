using System.Text.Json;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Themes;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Related;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.People;
using NewsSite.Web.Sources;

namespace NewsSite.Tests.Articles.ReadNext;

public sealed class NextStoriesTests
{
    [Fact]
    public async Task Stories_that_share_people_and_publishers_come_before_those_of_the_topic_and_each_says_why()
    {
        await using var site = await StartAsync();
        await site.PublishAsync(Story("first", "2026-04-01", sources: ["survey"], person: "morwenna-sands"));
        await site.PublishAsync(Story("same-person", "2026-01-01", topic: "fish", person: "morwenna-sands"));
        await site.PublishAsync(Story("same-publisher", "2026-02-01", topic: "fish", sources: ["report"]));
        await site.PublishAsync(Story("both", "2025-01-01", topic: "fish", sources: ["survey"], person: "morwenna-sands"));
        await site.PublishAsync(Story("same-topic", "2026-03-01"));
        await site.PublishAsync(Story("nothing", "2026-03-02", topic: "fish"));

        var next = await NextAsync(site, "first");

        Assert.Equal(["both: Also about Morwenna Sands", "same-publisher: Also about Port Trust", "same-person: Also about Morwenna Sands"], next);
        Assert.Equal(["first: Also about Morwenna Sands", "both: Also about Morwenna Sands", "nothing: Also about Fish"], await NextAsync(site, "same-person"));
        Assert.Equal(["first: Also about Coast"], await NextAsync(site, "same-topic"));
    }

    [Fact]
    public async Task What_the_writer_chose_stands_first_in_the_story_and_in_the_api_and_is_not_repeated()
    {
        await using var site = await StartAsync();
        await site.PublishAsync(Story("chosen", "2026-01-01"));
        await site.PublishAsync(Story("found", "2026-02-01"));
        var story = Story("first", "2026-04-01");
        await site.PublishAsync(story with { Blocks = [.. story.Blocks, new RelatedBlock { Id = "more", Articles = [new() { Slug = "chosen", Reason = "what the divers saw" }] }] });

        using var api = JsonDocument.Parse(await site.Reader.GetStringAsync("/api/v1/articles/first"));

        Assert.Equal(["found: Also about Coast"], await NextAsync(site, "first"));
        Assert.Contains("what the divers saw", (await site.PageAsync("/news/first")).QuerySelector(".body .related")!.TextContent);
        Assert.Equal(
            ["chosen: what the divers saw", "found: Also about Coast"],
            api.RootElement.GetProperty("related").EnumerateArray().Select(r => $"{r.GetProperty("slug").GetString()}: {r.GetProperty("reason").GetString()}"));
    }

    [Fact]
    public async Task Only_live_stories_are_shown_and_a_cached_page_follows_them()
    {
        await using var site = await StartAsync();
        await site.PublishAsync(Story("first", "2026-04-01", person: "morwenna-sands"));
        Assert.Empty(await NextAsync(site, "first"));

        await site.DraftAsync(Story("draft", "2026-04-02", person: "morwenna-sands"));
        Assert.Empty(await NextAsync(site, "first"));
        await site.PublishAsync(Story("second", "2026-04-03", topic: "fish", person: "morwenna-sands"));
        Assert.Equal(["second: Also about Morwenna Sands"], await NextAsync(site, "first"));
        await site.PublishAsync(Story("second", "2026-04-03", topic: "fish") with { Headline = "Nothing in common" });
        Assert.Empty(await NextAsync(site, "first"));
        await site.PublishAsync(Story("third", "2026-04-03"));
        Assert.Equal(["third: Also about Coast"], await NextAsync(site, "first"));
        await site.WithdrawAsync("third");
        Assert.Empty(await NextAsync(site, "first"));
    }

    [Fact]
    public async Task Nobody_is_led_to_a_paid_for_story_who_did_not_choose_it()
    {
        await using var site = await StartAsync();
        await site.PublishAsync(Story("first", "2026-04-01", person: "morwenna-sands"));
        await site.PublishAsync(Story("paid", "2026-04-02", person: "morwenna-sands") with { Kind = ArticleKind.Sponsored });

        Assert.Empty(await NextAsync(site, "first"));
        Assert.Equal(["first: Also about Morwenna Sands"], await NextAsync(site, "paid"));
    }

    private static async Task<IEnumerable<string>> NextAsync(TestSite site, string slug) =>
        from card in (await site.PageAsync("/news/" + slug)).QuerySelectorAll(".read-next article")
        select $"{card.QuerySelector("a")!.GetAttribute("href")!["/news/".Length..]}: {card.QuerySelectorAll(".meta span")[^1].TextContent}";

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddAsync(
            [
                new Person { Slug = "morwenna-sands", Name = "Morwenna Sands" },
                new Source { Slug = "survey", Title = "Survey of the pier", Publisher = "Port Trust" },
                new Source { Slug = "report", Title = "Report on the pier", Publisher = "Port Trust" },
            ], "people", "sources");
        return site;
    }

    private static AStory Story(string slug, string day, string topic = "coast", IReadOnlyList<string>? sources = null, string? person = null) => new()
    {
        Slug = slug,
        Headline = slug,
        Published = day,
        Topics = [topic],
        Sources = sources ?? [],
        Blocks = person is null ? new AStory().Blocks : [new StatementBlock { Id = "said", Person = person, Name = person, Words = ["“We will rebuild it.”"] }],
    };
}
