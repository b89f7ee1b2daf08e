using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace NewsSite.Tests.Feeds;

public sealed partial class FeedFormTests
{
    private static readonly AStory Storm = new()
    {
        Slug = "pier",
        Standfirst = "Nobody was hurt <& nobody wet>.",
        Published = "2026-05-01 06:00",
        Updated = "2026-05-02 07:30",
        Bylines = ["ada-quill", "ben-nib"],
    };

    [Fact]
    public async Task Rss_has_what_the_standard_and_its_readers_ask_for()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(Storm);

        var rss = await site.XmlAsync("/feed.xml");

        var channel = rss.Element("channel")!;
        var item = channel.Elements("item").Single();
        Assert.Equal("2.0", rss.Attribute("version")!.Value);
        Assert.Equal("The County Ledger", channel.Element("title")!.Value);
        Assert.Equal("http://localhost:5080/", channel.Element("link")!.Value);
        Assert.NotEmpty(channel.Element("description")!.Value);
        Assert.Equal("en-GB", channel.Element("language")!.Value);
        Assert.Equal("Sat, 02 May 2026 07:30:00 +0100", channel.Element("lastBuildDate")!.Value);
        Assert.Equal("http://localhost:5080/feed.xml", channel.Element(FeedDocuments.Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("self", channel.Element(FeedDocuments.Atom + "link")!.Attribute("rel")!.Value);
        Assert.Equal("Storm takes the pier", item.Element("title")!.Value);
        Assert.Equal("http://localhost:5080/news/pier", item.Element("link")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal($"urn:uuid:{id}", item.Element("guid")!.Value);
        Assert.Equal("Fri, 01 May 2026 06:00:00 +0100", item.Element("pubDate")!.Value);
        Assert.Equal(["Ada Quill", "Ben Nib"], item.Elements(FeedDocuments.Dublin + "creator").Select(c => c.Value));
        Assert.Equal(["Coast"], item.Elements("category").Select(c => c.Value));
        Assert.Equal("Nobody was hurt <& nobody wet>.", item.Element("description")!.Value);
        Assert.Contains("The pier is gone.", item.Element(FeedDocuments.Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Atom_has_what_the_standard_asks_for()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(Storm);

        var feed = await site.XmlAsync("/atom.xml");

        string Of(string name) => feed.Element(FeedDocuments.Atom + name)!.Value;
        var entry = feed.Elements(FeedDocuments.Atom + "entry").Single();
        string In(string name) => entry.Element(FeedDocuments.Atom + name)!.Value;
        Assert.Equal("http://localhost:5080/", Of("id"));
        Assert.Equal("The County Ledger", Of("title"));
        Assert.Equal("2026-05-02T07:30:00+01:00", Of("updated"));
        Assert.Contains(feed.Elements(FeedDocuments.Atom + "link"), l => l.Attribute("rel")!.Value == "self" && l.Attribute("href")!.Value == "http://localhost:5080/atom.xml");
        Assert.Equal($"urn:uuid:{id}", In("id"));
        Assert.Equal("Storm takes the pier", In("title"));
        Assert.Equal("2026-05-01T06:00:00+01:00", In("published"));
        Assert.Equal("2026-05-02T07:30:00+01:00", In("updated"));
        Assert.Equal("http://localhost:5080/news/pier", entry.Element(FeedDocuments.Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(["Ada Quill", "Ben Nib"], entry.Elements(FeedDocuments.Atom + "author").Select(a => a.Element(FeedDocuments.Atom + "name")!.Value));
        Assert.Equal("html", entry.Element(FeedDocuments.Atom + "content")!.Attribute("type")!.Value);
    }

    [Fact]
    public async Task Json_feed_has_the_keys_of_version_1_1()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(Storm);

        var feed = await site.JsonAsync("/topics/coast/feed.json");

        var item = feed.GetProperty("items").EnumerateArray().Single();
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("The County Ledger: Coast", feed.GetProperty("title").GetString());
        Assert.Equal("http://localhost:5080/topics/coast", feed.GetProperty("home_page_url").GetString());
        Assert.Equal("http://localhost:5080/topics/coast/feed.json", feed.GetProperty("feed_url").GetString());
        Assert.Equal($"urn:uuid:{id}", item.GetProperty("id").GetString());
        Assert.Equal("http://localhost:5080/news/pier", item.GetProperty("url").GetString());
        Assert.Equal("Storm takes the pier", item.GetProperty("title").GetString());
        Assert.Equal("2026-05-01T06:00:00+01:00", item.GetProperty("date_published").GetString());
        Assert.Equal("2026-05-02T07:30:00+01:00", item.GetProperty("date_modified").GetString());
        Assert.Equal(["Ada Quill", "Ben Nib"], item.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.Equal(["Coast"], item.GetProperty("tags").EnumerateArray().Select(t => t.GetString()));
        Assert.Contains("The pier is gone.", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feed.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("feed.json", "application/feed+json; charset=utf-8")]
    public async Task A_feed_says_what_it_is_and_a_wrong_address_is_404(string file, string type)
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(Storm);

        var found = await site.Reader.GetAsync($"/topics/coast/{file}");

        Assert.Equal(type, found.Content.Headers.ContentType!.ToString());
        Assert.NotNull(found.Headers.ETag);
        foreach (var odd in new[] { $"/topics/none/{file}", $"/topics/COAST/{file}", $"/topics//{file}", $"/topics/coast/x/{file}", $"/news/{file}x", $"/topics/%0A/{file}", $"/topics/../{file}x" })
            Assert.Equal((odd, HttpStatusCode.NotFound), (odd, (await site.Reader.GetAsync(odd)).StatusCode));
    }

    [Fact]
    public async Task A_site_without_stories_has_empty_feeds()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Empty(await site.EntriesAsync(""));
        Assert.Empty((await site.XmlAsync("/feed.xml")).Descendants("lastBuildDate"));
        Assert.NotEmpty((await site.XmlAsync("/atom.xml")).Elements(FeedDocuments.Atom + "updated"));
    }

    [Fact]
    public async Task Dates_of_any_season_keep_the_day_that_was_chosen()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(Storm with { Slug = "summer", Published = "2022-09-21", Updated = null });
        await site.PublishAsync(Storm with { Slug = "winter", Published = "2014-11-26", Updated = null });

        var dates = (await site.XmlAsync("/feed.xml")).Descendants("pubDate").Select(d => d.Value).ToList();

        Assert.Equal(["Wed, 21 Sep 2022 00:00:00 +0100", "Wed, 26 Nov 2014 00:00:00 +0000"], dates);
        Assert.All(dates, d => Assert.Matches(Rfc822(), d));
        Assert.All(dates, d => DateTimeOffset.ParseExact(d[..^2] + ":" + d[^2..], "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$")]
    private static partial Regex Rfc822();
}
