using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Search;

/// <summary>What readers find, and how it is shown.</summary>
public sealed class SearchTests(SearchSite paper) : IClassFixture<SearchSite>
{
    [Theory]
    [InlineData("inspection", new[] { "harbour", "pier" })] // stems; the headline before the text
    [InlineData("storm zeppelin", new[] { "pier", "harbour" })] // not every word is needed
    [InlineData("storm harbour", new[] { "harbour", "pier" })] // who has both stands first
    [InlineData("sian", new[] { "kiosk" })] // accents do not count
    [InlineData("sto", new[] { "pier", "harbour" })] // the beginning of a word
    [InlineData("\"parish council\"", new[] { "kiosk", "budget" })] // names and roles before the text
    [InlineData("council -\"parish council\"", new string[0])]
    [InlineData("kiosk -ice", new[] { "pier" })]
    [InlineData("una", new[] { "kiosk" })] // the name in the register, not in the story
    [InlineData("oakes", new[] { "harbour" })] // an author
    [InlineData("harbours", new[] { "harbour" })] // a topic, and a stem
    [InlineData("seawall", new[] { "harbour" })] // a source
    [InlineData("-storm", new[] { "kiosk", "budget" })]
    public async Task Stories_are_found_by_their_words(string typed, string[] slugs) => Assert.Equal(slugs, await paper.FindAsync(typed));

    [Fact]
    public async Task Filters_narrow_and_say_how_many_stories_they_leave()
    {
        var all = await paper.PageAsync("q=storm+kiosk");
        var byKind = await paper.FindAsync("storm kiosk", "&kind=analysis");
        var byTopic = await paper.FindAsync("storm kiosk", "&topic=coast");
        var byDay = await paper.FindAsync("storm kiosk", "&from=2026-04-20&to=2026-04-30");
        var withoutWords = await paper.FindAsync("", "&topic=money");

        Assert.Contains("3 stories for", all, StringComparison.Ordinal);
        Assert.Matches(@"kind=analysis""[^>]*>Analysis\s+\(1\)", all);
        Assert.Matches(@"topic=coast""[^>]*>Coast\s+\(2\)", all);
        Assert.Equal(["harbour"], byKind);
        Assert.Equal(["pier", "harbour"], byTopic);
        Assert.Equal(["harbour"], byDay);
        Assert.Equal(["budget"], withoutWords);
    }

    [Fact]
    public async Task By_date_the_newest_with_all_words_stand_first()
    {
        Assert.Equal(["pier", "harbour"], await paper.FindAsync("storm", "&sort=date"));
        Assert.Equal(["pier"], await paper.FindAsync("kiosk storm", "&sort=date"));
    }

    [Fact]
    public async Task What_a_search_can_be_narrowed_by_is_counted_among_what_it_shows()
    {
        var (best, newest) = (await paper.PageAsync("q=kiosk+storm"), await paper.PageAsync("q=kiosk+storm&sort=date"));

        Assert.Contains("kind=analysis", best, StringComparison.Ordinal); // it has one of the words
        Assert.DoesNotContain("kind=analysis", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_topic_is_offered_however_many_topics_the_stories_have()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Enumerable.Range(0, 25).Select(i => new Topic { Slug = $"t{i:00}", Name = $"Topic {i:00}" }), "topics");
        for (var i = 0; i < 6; i++) await site.PublishAsync(new AStory { Slug = $"story-{i}", Topics = [.. Enumerable.Range(4 * i, 4).Select(t => $"t{t:00}"), "t24"] });

        Assert.Matches(@"topic=t24""[^>]*aria-current[^>]*>Topic 24\s+\(6\)", await site.Reader.GetStringAsync("/search?topic=t24"));
    }

    [Fact]
    public async Task Many_who_search_at_once_do_not_wait_for_each_other_for_ever()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => paper.Site.Reader.GetAsync("/search?q=storm+harbour")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    [Fact]
    public async Task A_sponsored_story_carries_its_label_in_a_search_and_on_a_card()
    {
        Assert.Matches("<p class=\"kind sponsored\">Sponsored</p>\\s*<h3[^>]*><a href=\"/news/kiosk\"", await paper.PageAsync("q=ice"));
        Assert.Matches("<p class=\"kind sponsored\">Sponsored</p>\\s*<h\\d[^>]*><a href=\"/news/kiosk\"", await paper.Site.Reader.GetStringAsync("/topics/business"));
    }

    [Fact]
    public async Task Passages_are_marked_and_everything_else_is_escaped()
    {
        var page = await paper.PageAsync("q=inspection+hurt");
        var attack = await paper.PageAsync($"q={Uri.EscapeDataString("\"><script>alert(1)</script> pier")}");

        Assert.Contains("Nobody was <mark>hurt</mark> &lt;b&gt;at all&lt;/b&gt;.", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Inspectors</mark> said the <mark>inspections</mark> had warned of it &amp; more.".Replace("<mark>Inspectors</mark>", "Inspectors", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", attack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_known_and_the_right_word_offered()
    {
        var page = await paper.PageAsync("q=habrour+walls");
        var right = await paper.PageAsync("q=harbour+walls");

        Assert.Matches("Did you mean <a href=\"/search\\?q=harbour%20walls\">harbour walls</a>", page);
        Assert.DoesNotContain("Did you mean", right, StringComparison.Ordinal);
        Assert.Matches("Did you mean <a href=\"/search\\?q=harbour\">harbour</a>", await paper.PageAsync("q=hrbur")); // two letters are missing
    }

    [Fact]
    public async Task People_topics_and_authors_of_the_name_stand_above_the_stories()
    {
        Assert.Contains("<a href=\"/people/una-pike\">Una Pike</a>", await paper.PageAsync("q=una+pike+budget"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/topics/harbours\">Harbours</a>", await paper.PageAsync("q=harb"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/authors/bernard-oakes\">Bernard Oakes</a>", await paper.PageAsync("q=bernard"), StringComparison.Ordinal);
        Assert.DoesNotContain("una-pike", await paper.PageAsync("q=una+harbour"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_may_help_and_an_empty_search_only_asks()
    {
        var nothing = await paper.PageAsync("q=qqqqqq&kind=opinion");
        var empty = await paper.PageAsync("q=");

        Assert.Contains("No story for “qqqqqq”", nothing, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=qqqqqq\"", nothing, StringComparison.Ordinal);
        Assert.Contains("href=\"/topics/coast\"", nothing, StringComparison.Ordinal);
        Assert.Contains("Type a name", empty, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=storm&page=2", HttpStatusCode.NotFound)]
    [InlineData("q=storm&page=x", HttpStatusCode.NotFound)]
    [InlineData("q=storm&kind=poem&topic=%2e%2e&from=yesterday&to=9999-12-31&sort=up", HttpStatusCode.OK)]
    public async Task Addresses_that_cannot_mean_anything_do_no_harm(string query, HttpStatusCode status) => Assert.Equal(status, (await paper.Site.Reader.GetAsync($"/search?{query}")).StatusCode);

    [Fact]
    public void Nothing_that_can_be_typed_is_a_fault() =>
        Prop.ForAll(Typed(), typed => (int)paper.Site.Reader.GetAsync($"/search?q={Uri.EscapeDataString(typed)}").GetAwaiter().GetResult().StatusCode is 200).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task A_search_is_kept_by_no_cache_and_has_feeds_of_its_newest_stories()
    {
        using var page = await paper.Site.Reader.GetAsync("/search?q=storm");
        var feeds = new List<string>();
        foreach (var file in new[] { "feed.xml", "atom.xml", "feed.json" }) feeds.Add(await paper.Site.Reader.GetStringAsync($"/search/{file}?q=storm&topic=coast"));

        Assert.True(page.Headers.CacheControl is { Private: true });
        Assert.Contains("href=\"/search/feed.xml?q=storm\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(feeds, feed => Assert.True(feed.IndexOf("/news/pier", StringComparison.Ordinal) is > 0 and var first && first < feed.IndexOf("/news/harbour", StringComparison.Ordinal), feed));
        Assert.All(feeds, feed => Assert.Matches(@"/search/(feed\.xml|atom\.xml|feed\.json)\?q=storm&(amp;)?topic=coast", feed));
    }

    [Fact]
    public async Task Programs_search_by_the_same_rules()
    {
        var found = await paper.Site.Reader.GetFromJsonAsync<JsonNode>("/api/v1/articles?q=storm%20harbour&size=1");
        var more = await paper.Site.Reader.GetFromJsonAsync<JsonNode>("/api/v1/articles?q=kiosk&person=una-pike");
        using var tooLong = await paper.Site.Reader.GetAsync($"/api/v1/articles?q={new string('x', 201)}");

        Assert.Equal((2, "harbour"), ((int)found!["total"]!, (string)found["items"]![0]!["slug"]!));
        Assert.Equal("kiosk", (string)Assert.Single(more!["items"]!.AsArray())!["slug"]!);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
    }

    [Fact]
    public async Task Every_page_has_the_box_and_the_page_of_the_search_has_its_own()
    {
        Assert.Contains("<form class=\"find\" action=\"/search\" role=\"search\">", await paper.Site.Reader.GetStringAsync("/news/pier"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"find\"", await paper.Site.Reader.GetStringAsync("/search"), StringComparison.Ordinal);
    }

    // Letters, and more than anywhere else the signs that mean something to a database.
    private static Arbitrary<string> Typed() =>
        Gen.Frequency((3, Gen.Elements([.. "\"“”'’-*:^(){}[]|&!<>\\%_\0~$;,.#+"])), (2, Gen.Elements([.. "abz019 é中İ\u0301"])), (1, ArbMap.Default.GeneratorFor<char>()))
            .ListOf().Select(signs => new string([.. signs])).ToArbitrary();
}
