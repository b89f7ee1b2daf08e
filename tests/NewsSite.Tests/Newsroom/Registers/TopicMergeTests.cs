using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Data;
using NewsSite.Tests.Exchange;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Newsroom.Registers;

/// <summary>What becomes of everything that names a topic when it becomes part of another.</summary>
public sealed class TopicMergeTests
{
    [Fact]
    public async Task Before_it_happens_the_page_says_what_will()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await FilledAsync(site);

        var page = WebUtility.HtmlDecode(await ada.GetStringAsync("/newsroom/topics/seaside/merge?With=coast&Stays="));
        var other = WebUtility.HtmlDecode(await ada.GetStringAsync("/newsroom/topics/seaside/merge?With=coast&Stays=seaside"));

        Assert.Contains("“Seaside” becomes part of “Coast”", page);
        Assert.Contains("<b>1</b> live story moves to “Coast”; 1 is in both already. It has <b>3</b> afterwards.", page);
        Assert.Contains("/topics/seaside and its feeds lead to /topics/coast", page);
        Assert.Contains("“Coast” becomes part of “Seaside”", other);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/topics/seaside")).StatusCode);
    }

    [Fact]
    public async Task Afterwards_pages_feeds_api_and_pickers_show_the_one_topic_and_old_addresses_lead_to_it()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await FilledAsync(site);
        foreach (var path in new[] { "/topics/seaside", "/topics/coast", "/news/both", "/news/only-seaside", "/feed.xml" }) await site.Reader.GetStringAsync(path); // kept pages
        var revisions = await RevisionsAsync(site);

        await MergeAsync(ada, "seaside", "coast");

        var topic = await site.Reader.GetStringAsync("/topics/coast");
        foreach (var story in new[] { "Both", "Only Coast", "Only Seaside" }) Assert.Contains(story, topic);
        foreach (var path in new[] { "/topics/seaside", "/topics/seaside/feed.xml", "/topics/seaside/atom.xml", "/topics/seaside/feed.json" })
        {
            var moved = await site.Reader.GetAsync(path);
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
            Assert.Equal(path.Replace("seaside", "coast", StringComparison.Ordinal), moved.Headers.Location?.OriginalString);
        }
        foreach (var path in new[] { "/", "/news/both", "/news/only-seaside", "/feed.xml", "/topics/coast/feed.xml", "/sitemap.xml", "/sitemaps/topics-1.xml" })
            Assert.DoesNotContain("seaside", (await site.Reader.GetStringAsync(path)).Replace("only-seaside", "", StringComparison.Ordinal).Replace("Only Seaside", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/topics/coast", await site.Reader.GetStringAsync("/news/only-seaside"));
        foreach (var query in new[] { "topic=coast", "topic=seaside" })
        {
            var answer = await site.Reader.GetFromJsonAsync<JsonObject>($"/api/v1/articles?{query}");
            Assert.Equal(3, (int)answer!["total"]!);
            Assert.All(answer["items"]!.AsArray(), item => Assert.Equal(["coast"], item!["topics"]!.AsArray().Select(t => (string)t!["slug"]!)));
        }
        Assert.Equal(["coast"], (await site.Reader.GetFromJsonAsync<JsonObject>("/api/v1/topics"))!["items"]!.AsArray().Select(t => (string)t!["slug"]!));
        Assert.Equal(revisions, await RevisionsAsync(site));
        await AssertPlacesAsync(site);
    }

    [Fact]
    public async Task A_draft_that_names_the_old_topic_is_read_saved_and_published_under_the_new_one()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await FilledAsync(site);
        var id = await site.DraftAsync(new AStory { Slug = "draft", Headline = "A draft", Topics = ["seaside", "coast"] });
        var before = (await ada.GetFromJsonAsync<JsonObject>($"/newsroom/api/articles/{id}/draft"))!;

        await MergeAsync(ada, "seaside", "coast");
        var draft = (await ada.GetFromJsonAsync<JsonObject>($"/newsroom/api/articles/{id}/draft"))!;
        var content = before["content"]!.DeepClone(); // an editor that was opened before
        content["headline"] = "A longer draft";
        using var saved = await ada.PutAsJsonAsync($"/newsroom/api/articles/{id}/draft", new { @base = (string)draft["revision"]!, content });
        var answer = (await saved.Content.ReadFromJsonAsync<JsonObject>())!;
        using var live = await ada.PutLiveAsync(site, id, Guid.Parse((string)answer["revision"]!));

        Assert.Equal(["coast"], draft["content"]!["topics"]!.AsArray().Select(t => (string)t!));
        Assert.DoesNotContain("no longer in the register", draft["issues"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.True(live.IsSuccessStatusCode, await live.Content.ReadAsStringAsync());
        Assert.Contains("A longer draft", await site.Reader.GetStringAsync("/topics/coast"));
        await AssertPlacesAsync(site);
    }

    [Fact]
    public async Task An_export_names_the_one_topic_and_an_import_of_it_or_of_the_old_files_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await FilledAsync(site);
        var old = await site.ExportToAsync("old");
        await site.ImportFromAsync(old);

        await MergeAsync(ada, "seaside", "coast");
        var export = await site.ExportToAsync("new");
        var home = await site.ImportFromAsync(export);
        var again = await site.ImportFromAsync(old);
        await using var other = await TestSite.StartAsync();
        var there = await other.ImportFromAsync(export);
        var twice = await other.ExportToAsync("twice");

        Assert.Empty(home.Faults);
        Assert.Empty(home.Lines);
        Assert.Empty(again.Faults);
        Assert.DoesNotContain(again.Lines, l => !l.StartsWith("kept", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.MovedPermanently, (await site.Reader.GetAsync("/topics/seaside")).StatusCode);
        Assert.Empty(there.Faults);
        Assert.Equal(ContentDirectory.Files(export), ContentDirectory.Files(twice));
        Assert.Equal(HttpStatusCode.MovedPermanently, (await other.Reader.GetAsync("/topics/seaside")).StatusCode);
        Assert.Contains("Only Seaside", await other.Reader.GetStringAsync("/topics/coast"));
    }

    [Fact]
    public async Task A_slug_that_was_merged_away_is_not_given_to_a_new_topic()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await FilledAsync(site);
        await MergeAsync(ada, "seaside", "coast");

        var page = await ada.PageAfterAsync("/newsroom/topics/new", [KeyValuePair.Create("name", "Seaside")]);

        Assert.Contains("The topic “seaside” has become part of “coast”", page);
    }

    [Fact]
    public async Task Whatever_is_published_withdrawn_and_merged_places_stay_without_gaps_and_every_old_address_leads_on()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        string[] topics = ["t1", "t2", "t3", "t4", "t5"];
        await site.AddAsync(topics.Select(t => new Topic { Slug = t, Name = t }), "topics");
        var steps = from act in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
                    from story in Gen.Choose(1, 6)
                    from day in Gen.Choose(1, 5)
                    from named in Gen.SubListOf(topics)
                    from one in Gen.Elements(topics)
                    from other in Gen.Elements(topics)
                    select (act, story, day, named, one, other);
        var gone = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var (act, story, day, named, one, other) in Gen.Sample(steps, 40))
        {
            var slug = $"story-{story}";
            var isLive = await site.InDbAsync(db => db.Articles.AnyAsync(a => a.Slug == slug && a.LiveId != null));
            if (act == 1 && isLive) await site.WithdrawAsync(slug);
            else if (act == 2 && one != other && !gone.ContainsKey(one) && !gone.ContainsKey(other))
            {
                await MergeAsync(ada, one, other);
                gone[one] = other;
            }
            else if (act == 0) await site.DoAsync(_ => PublishAsync(site, new AStory { Slug = slug, Published = $"2026-04-0{day}", Topics = [.. named] })); // old names too, as a draft from before has them

            await AssertPlacesAsync(site);
        }
        foreach (var topic in gone.Keys)
        {
            var last = topic;
            while (gone.TryGetValue(last, out var next)) last = next;
            Assert.Equal($"/topics/{last}", (await site.Reader.GetAsync($"/topics/{topic}")).Headers.Location?.OriginalString);
        }
    }

    // The builder adds topics that the register lacks, and these are to stay away.
    private static async Task<bool> PublishAsync(TestSite site, AStory story)
    {
        await site.PublishAsync(story);
        var merged = await site.InDbAsync(db => db.MergedTopics.Select(m => m.Slug).ToListAsync());
        await site.InDbAsync(db => db.Topics.Where(t => merged.Contains(t.Slug)).ExecuteDeleteAsync());
        await site.AddAsync([], "topics");
        return true;
    }

    private static async Task<HttpClient> FilledAsync(TestSite site)
    {
        await site.PublishAsync(new AStory { Slug = "both", Headline = "Both", Topics = ["coast", "seaside"], Published = "2026-04-01" });
        await site.PublishAsync(new AStory { Slug = "only-coast", Headline = "Only Coast", Topics = ["coast"], Published = "2026-04-02" });
        await site.PublishAsync(new AStory { Slug = "only-seaside", Headline = "Only Seaside", Topics = ["seaside"], Published = "2026-04-03" });
        return await site.SignInAsync(Role.Editor);
    }

    private static async Task MergeAsync(HttpClient who, string goes, string stays)
    {
        using var answer = await who.SendFormAsync($"/newsroom/topics/{goes}/merge", [KeyValuePair.Create("With", stays), KeyValuePair.Create("Stays", stays)]);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        Assert.Equal($"/newsroom/topics/{stays}", answer.Headers.Location!.OriginalString);
    }

    private static Task<List<string>> RevisionsAsync(TestSite site) =>
        site.InDbAsync(async db => (await db.Revisions.AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => JsonSerializer.Serialize(r)).ToList());

    private static async Task AssertPlacesAsync(TestSite site)
    {
        var names = await site.InDbAsync(db => db.TopicNamesAsync(CancellationToken.None));
        var entries = await site.InDbAsync(db => db.Listings.AsNoTracking().OrderBy(e => e.List).ThenBy(e => e.PublishedAt).ThenBy(e => e.ArticleId).ToListAsync());
        var live = await site.InDbAsync(db => db.Articles.Where(a => a.LiveId != null).Join(db.Revisions, a => a.LiveId, r => r.Id, (a, r) => r).ToListAsync());
        foreach (var list in entries.GroupBy(e => e.List)) Assert.Equal(Enumerable.Range(1, list.Count()), list.Select(e => e.Position));
        Assert.Equal(live.SelectMany(r => Listing.Of(r, names).Select(l => $"{r.ArticleId} {l}")).Order(StringComparer.Ordinal), entries.Select(e => $"{e.ArticleId} {e.List}").Order(StringComparer.Ordinal));
    }
}

/// <summary>The registers beside a large archive.</summary>
public sealed class LargeRegisterTests(LargeArchive archive) : IClassFixture<LargeArchive>
{
    [Theory]
    [InlineData("/newsroom/people")]
    [InlineData("/newsroom/people?page=40")]
    [InlineData("/newsroom/people?q=person+77")]
    [InlineData("/newsroom/people/p77")]
    [InlineData("/newsroom/topics")]
    [InlineData("/newsroom/topics/council")]
    [InlineData("/newsroom/authors")]
    [InlineData("/newsroom/registers")]
    [InlineData("/newsroom/redirects")]
    public async Task A_page_of_a_register_reads_ranges_of_indexes(string path)
    {
        using var editor = await archive.Site.SignInAsync(Role.Editor);
        using var first = await editor.GetAsync(path); // what is kept in memory is read by the first request
        archive.Log.Take();

        using var answer = await editor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var query in archive.Log.Take())
        {
            var plan = await archive.Site.InDbAsync(db => QueryPlan.OfAsync(db, query));
            Assert.True(plan.Faults.Count == 0, $"{path}: {string.Join(", ", plan.Faults)}\n\n{query.Sql}\n\n{plan.Text}");
        }
    }
}

/// <summary>A merge of a topic of 10,000 stories.</summary>
public sealed class LargeMergeTests(LargeArchive archive) : IClassFixture<LargeArchive>
{
    [Fact]
    public async Task Ten_thousand_stories_come_to_another_topic_in_one_transaction_and_in_order()
    {
        using var editor = await archive.Site.SignInAsync(Role.Editor);

        using var answer = await editor.SendFormAsync("/newsroom/topics/council/merge", [KeyValuePair.Create("With", "t1"), KeyValuePair.Create("Stays", "t1")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var places = await archive.Site.InDbAsync(db => db.Listings.Where(e => e.List == "topic:t1").OrderBy(e => e.PublishedAt).ThenBy(e => e.ArticleId).Select(e => e.Position).ToListAsync());
        Assert.Equal(Enumerable.Range(1, places.Count), places);
        Assert.True(places.Count > 10_000);
    }
}
