using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Feeds;
using NewsSite.Web.Promotions;
using NewsSite.Web.Themes;

namespace NewsSite.Tests.Feeds;

public sealed class FeedContentTests
{
    [Fact]
    public async Task A_feed_holds_every_word_of_the_article_s_body()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory
        {
            Slug = "pier",
            Blocks =
            [
                new ProseBlock { Id = "a", Text = "“Gone”, they said; the *whole* pier.\n\n## Why\n\n- wind\n- water <b>" },
                new StatementBlock { Id = "b", Person = "ada-quill", Name = "Ada Quill", Role = "Harbour master", LeadIn = "She said:", Words = ["We will rebuild.", "All of it ]]> & more."] },
            ],
        });

        var page = await site.Reader.GetStringAsync("/news/pier");
        var bodies = await site.BodiesAsync();

        var words = FeedDocuments.WordsOf(page, ".body");
        Assert.Contains("Wewillrebuild.", words, StringComparison.Ordinal);
        Assert.All(bodies, b => Assert.Equal(words, FeedDocuments.WordsOf(b)));
    }

    [Fact]
    public async Task Addresses_inside_are_absolute()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Blocks = [new ProseBlock { Id = "a", Text = "[There](/news/other), [here](#b-a), [away](https://example.org/)." }] });

        var bodies = await site.BodiesAsync();

        Assert.All(bodies, b =>
        {
            Assert.Contains("href=\"http://localhost:5080/news/other\"", b, StringComparison.Ordinal);
            Assert.Contains("href=\"http://localhost:5080/news/pier#b-a\"", b, StringComparison.Ordinal);
            Assert.Contains("href=\"https://example.org/\"", b, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_id_outlives_headline_and_address()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier" });
        var before = await site.EntriesAsync("");

        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Pier to be rebuilt" });
        await site.MoveAsync("pier", "pier-to-be-rebuilt");
        var after = await site.EntriesAsync("");

        Assert.Equal([($"urn:uuid:{id}", "Storm takes the pier")], before);
        Assert.Equal([($"urn:uuid:{id}", "Pier to be rebuilt")], after);
        Assert.Contains("/news/pier-to-be-rebuilt", await site.Reader.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_twenty_are_told_newest_first_and_a_topic_tells_its_own()
    {
        await using var site = await TestSite.StartAsync();
        for (var day = 1; day <= 22; day++)
            await site.PublishAsync(new AStory { Slug = $"day-{day}", Headline = $"Day {day}", Published = $"2026-04-{day:00}", Topics = day % 11 == 0 ? ["coast"] : ["town"] });

        var all = await site.EntriesAsync("");
        var coast = await site.EntriesAsync("/topics/coast");

        Assert.Equal(Enumerable.Range(3, 20).Reverse().Select(d => $"Day {d}"), all.Select(e => e.Title));
        Assert.Equal(["Day 22", "Day 11"], coast.Select(e => e.Title));
    }

    [Fact]
    public async Task A_change_shows_in_every_feed_it_touches_on_the_next_request()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.EntriesAsync("");
        await site.EntriesAsync("/topics/coast");

        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Pier to be rebuilt" });
        var revised = (Site: await site.EntriesAsync(""), Topic: await site.EntriesAsync("/topics/coast"));
        await site.PublishAsync(new AStory { Slug = "tram", Headline = "The tram is back", Published = "2026-05-02" });
        var added = await site.EntriesAsync("/topics/coast");
        await site.WithdrawAsync("pier");
        var withdrawn = await site.EntriesAsync("");

        Assert.Equal("Pier to be rebuilt", revised.Site.Single().Title);
        Assert.Equal("Pier to be rebuilt", revised.Topic.Single().Title);
        Assert.Equal(["The tram is back", "Pier to be rebuilt"], added.Select(e => e.Title));
        Assert.Equal(["The tram is back"], withdrawn.Select(e => e.Title));
    }

    [Fact]
    public async Task A_sponsored_article_carries_its_label_and_other_kinds_are_named()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "paid", Kind = ArticleKind.Sponsored, Headline = "Buy a bench" });
        await site.PublishAsync(new AStory { Slug = "view", Kind = ArticleKind.Opinion, Headline = "Benches matter", Published = "2026-04-30" });

        var entries = await site.EntriesAsync("");
        var items = (await site.XmlAsync("/feed.xml")).Descendants("item").ToList();

        Assert.Equal(["Sponsored: Buy a bench", "Benches matter"], entries.Select(e => e.Title));
        Assert.Equal("Sponsored", items[0].Elements("category").First().Value);
        Assert.Equal("Opinion", items[1].Elements("category").First().Value);
    }

    [Fact]
    public async Task Promotions_are_on_the_page_and_never_in_a_feed()
    {
        await using var site = await TestSite.StartAsync();
        var now = site.Clock.GetUtcNow();
        string[] slots = [SlotName.Rail, SlotName.Banner, SlotName.Home, SlotName.ArticleNotes, SlotName.ArticleDiscussion];
        await site.AddAsync(slots.Select(s => new Promotion { Slug = s, Slot = s, Label = "Promotion", Headline = "Buy a bench", StartsAt = now.AddDays(-1) }), "promotions");
        await site.PublishAsync(new AStory { Slug = "pier" });

        var page = await site.Reader.GetStringAsync("/news/pier");

        Assert.Contains("Buy a bench", page, StringComparison.Ordinal);
        foreach (var path in new[] { "/feed.xml", "/atom.xml", "/feed.json", "/topics/coast/feed.xml", "/news-sitemap.xml" })
            Assert.DoesNotContain("Buy a bench", await site.Reader.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Characters_that_xml_forbids_do_not_break_a_feed()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm\u0001 takes\u001b the pier \U0001F30A", Blocks = [new ProseBlock { Id = "a", Text = "Gone\u000b for\u0007 good \ufffe." }] });

        var entries = (await site.XmlAsync("/feed.xml")).Descendants("title").Select(t => t.Value).ToList();

        Assert.Contains("Storm takes the pier \U0001F30A", entries);
        Assert.NotNull(await site.XmlAsync("/atom.xml"));
        Assert.NotNull(await site.XmlAsync("/sitemap.xml"));
    }

    [Fact]
    public void Any_words_at_all_become_well_formed_xml()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), words =>
        {
            var xml = Xml.Of(x =>
            {
                x.WriteStartElement("a");
                x.Attribute("b", words ?? "");
                x.Words("c", words);
                x.WriteCData(Xml.Allowed(words ?? ""));
                x.WriteEndElement();
            });
            return System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(xml)).Name == "a";
        }).QuickCheckThrowOnFailure();
    }
}
