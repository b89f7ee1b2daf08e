using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Feeds;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Themes;
using NewsSite.Web.Corrections;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Corrections;

/// <summary>The site's clock stands at Monday 4 May 2026, 10:00 in London.</summary>
public sealed class CorrectionTests
{
    private const string Wrong = "We said that the pier was built in 1896 <sic> & “rotten”.", Right = "It was built in 1869.";

    private static readonly string[] Told = ["/news/pier", "/corrections", "/feed.xml", "/atom.xml", "/feed.json", "/topics/coast/feed.xml", "/api/v1/articles/pier", "/api/v1/articles"];

    [Fact]
    public async Task A_correction_is_at_once_on_every_page_feed_and_answer_that_tells_of_the_story()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01 06:00" });
        using var editor = await site.SignInAsync(Role.Editor);
        var before = new Dictionary<string, string>();
        foreach (var path in Told) before[path] = await site.Reader.GetStringAsync(path);

        var response = await editor.PostAsJsonAsync($"/newsroom/api/articles/{id}/corrections", new { wrong = Wrong, right = Right });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        foreach (var path in Told)
        {
            Assert.DoesNotContain("1869", before[path], StringComparison.Ordinal);
            var after = await site.Reader.GetStringAsync(path);
            Assert.Contains(path == "/api/v1/articles" ? "2026-05-04 10:00" : "It was built in 1869.", after, StringComparison.Ordinal);
        }
        var made = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(("2026-05-04-pier", "2026-05-04T10:00:00+01:00", "4 May 2026, 10:00"), ((string?)made!["slug"], (string?)made["at"], (string?)made["made"]));
    }

    [Fact]
    public async Task The_story_s_history_tells_each_correction_and_amendment_as_readers_were_told_then()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01 06:00" });
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        using var cleo = await site.SignInAsync(Role.Editor, "Cleo Marsh");

        await ben.PostAsJsonAsync($"/newsroom/api/articles/{id}/corrections", new { wrong = "It was 1896.", right = "It was 1896, not 1869." });
        site.Clock.Pass(TimeSpan.FromHours(1));
        using var amended = await cleo.PutAsJsonAsync($"/newsroom/api/articles/{id}/corrections/2026-05-04-pier", new { wrong = "It was 1896.", right = "It was 1869.", why = "The years were swapped." });
        var page = WebUtility.HtmlDecode(await ben.GetStringAsync($"/newsroom/articles/{id}/history"));
        var acts = System.Text.RegularExpressions.Regex.Matches(page, "<span class=\"badge\">([^<]*orrect[^<]*)</span>\\s*<span>([^<]*)</span>\\s*<span class=\"meta\"><span>([^<]*)</span>").Select(m => string.Join(" | ", m.Groups.Values.Skip(1)));

        Assert.Equal(["Its correction was amended | It was 1896. It was 1869. | Cleo Marsh", "Corrected | It was 1896. It was 1896, not 1869. | Ben Hart"], acts);
        Assert.Contains("“The years were swapped.”", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_marks_the_stories_on_a_story_s_corrections_and_corrections_on_their_list()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01 06:00" });
        using var editor = await site.SignInAsync(Role.Editor);

        var ofStory = await MarkedAsync($"/newsroom/articles/{id}/corrections");
        var list = await MarkedAsync("/newsroom/corrections");

        Assert.Equal([("true", "Stories")], ofStory);
        Assert.Equal([("page", "Corrections")], list);

        async Task<IEnumerable<(string, string)>> MarkedAsync(string path) =>
            System.Text.RegularExpressions.Regex.Matches(await editor.GetStringAsync(path), "aria-current=\"([a-z]+)\">([^<]*)</a></li>").Select(m => (m.Groups[1].Value, m.Groups[2].Value));
    }

    [Fact]
    public async Task The_story_says_at_its_top_that_it_was_corrected_and_its_structured_data_say_what_the_page_shows()
    {
        await using var site = await TestSite.StartAsync();
        await CorrectedAsync(site);

        var page = await site.PageAsync("/news/pier");
        var story = page.Data("NewsArticle");

        page.Shows(story);
        var correction = story.GetProperty("correction").EnumerateArray().Single();
        Assert.Equal(("CorrectionComment", $"{Wrong} {Right}", "2026-05-04T10:00+01:00"), (Text(correction, "@type"), Text(correction, "text"), Text(correction, "datePublished")));
        Assert.Equal("Corrected 4 May 2026, 10:00", page.QuerySelector(".signed .corrected")!.TextContent);
        Assert.Equal("#corrections", page.QuerySelector(".signed .corrected")!.GetAttribute("href"));
        Assert.Equal($"{Wrong} {Right}", page.QuerySelector("#corrections p")!.TextContent);
        Assert.False(story.TryGetProperty("dateModified", out _)); // the story's own words were not updated
    }

    [Fact]
    public async Task Every_form_of_feed_tells_the_correction_first_and_moves_its_entry()
    {
        await using var site = await TestSite.StartAsync();
        await CorrectedAsync(site);

        var bodies = await site.BodiesAsync();
        var rss = await site.XmlAsync("/feed.xml");
        var atom = await site.XmlAsync("/atom.xml");
        var json = (await site.JsonAsync("/feed.json")).GetProperty("items")[0];

        Assert.All(bodies, body => Assert.StartsWith("<aside><p><strong>Correction, <time datetime=\"2026-05-04T10:00&#x2B;01:00\">4 May 2026, 10:00</time>:</strong> We said".Replace("&#x2B;", "+", StringComparison.Ordinal), body, StringComparison.Ordinal));
        Assert.All(bodies, body => Assert.Contains("1896 &lt;sic&gt; &amp; ", body, StringComparison.Ordinal));
        Assert.Equal("2026-05-04T10:00:00+01:00", rss.Descendants(FeedDocuments.Atom + "updated").Single().Value);
        Assert.Equal("Mon, 04 May 2026 10:00:00 +0100", rss.Descendants("lastBuildDate").Single().Value);
        Assert.Equal("Fri, 01 May 2026 06:00:00 +0100", rss.Descendants("pubDate").Single().Value);
        Assert.Equal(["2026-05-04T10:00:00+01:00", "2026-05-04T10:00:00+01:00"], atom.Descendants(FeedDocuments.Atom + "updated").Select(u => u.Value));
        Assert.Equal("2026-05-04T10:00:00+01:00", Text(json, "date_modified"));
    }

    [Fact]
    public async Task The_api_lists_when_a_story_was_corrected_and_tells_what_in_the_story()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "tram", Headline = "The tram is back" });
        await CorrectedAsync(site);

        var listed = (await site.JsonAsync("/api/v1/articles")).GetProperty("items").EnumerateArray().ToDictionary(i => Text(i, "slug"));
        var article = await site.JsonAsync("/api/v1/articles/pier");

        Assert.Equal(JsonValueKind.Null, listed["tram"].GetProperty("corrected").ValueKind);
        Assert.Equal("2026-05-04T10:00:00+01:00", Text(listed["pier"].GetProperty("corrected"), "at"));
        var correction = article.GetProperty("corrections").EnumerateArray().Single();
        Assert.Equal((Wrong, Right), (Text(correction, "wrong"), Text(correction, "right")));
        Assert.Equal(("2026-05-04 10:00", "Europe/London"), (Text(correction.GetProperty("made"), "wall"), Text(correction.GetProperty("made"), "zone")));
        Assert.Equal(JsonValueKind.Null, correction.GetProperty("amended").ValueKind);
        Assert.Empty((await site.JsonAsync("/api/v1/articles/tram")).GetProperty("corrections").EnumerateArray());
    }

    [Fact]
    public async Task An_amended_correction_says_so_and_keeps_what_it_said()
    {
        await using var site = await TestSite.StartAsync();
        var id = await CorrectedAsync(site);
        using var editor = await site.SignInAsync(Role.Editor, "Laura Sharman");
        Assert.Contains("1869", await site.Reader.GetStringAsync("/news/pier"), StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromHours(1));

        var response = await editor.PutAsJsonAsync($"/newsroom/api/articles/{id}/corrections/2026-05-04-pier", new { wrong = Wrong, right = "It was built in 1867.", why = "The county record office wrote." });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await site.PageAsync("/news/pier");
        page.Shows(page.Data("NewsArticle"));
        Assert.Contains("It was built in 1867.", page.QuerySelector("#corrections")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("This correction was amended on 4 May 2026, 11:00.", page.QuerySelector("#corrections")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-05-04T11:00:00+01:00", Text((await site.JsonAsync("/feed.json")).GetProperty("items")[0], "date_modified"));
        var kept = await site.InDbAsync(db => db.CorrectionAmendments.SingleAsync());
        Assert.Equal(("Laura Sharman", "The county record office wrote.", Right), (kept.By, kept.Why, kept.Right));
    }

    [Fact]
    public async Task The_same_words_again_amend_nothing_and_no_correction_can_be_deleted()
    {
        await using var site = await TestSite.StartAsync();
        var id = await CorrectedAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var address = $"/newsroom/api/articles/{id}/corrections/2026-05-04-pier";

        var same = await editor.PutAsJsonAsync(address, new { wrong = Wrong, right = Right, why = "To be sure." });
        var deleted = await editor.DeleteAsync(address);

        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        Assert.False(deleted.IsSuccessStatusCode);
        Assert.Equal((1, 0), await site.InDbAsync(async db => (await db.Corrections.CountAsync(), await db.CorrectionAmendments.CountAsync())));
    }

    [Fact]
    public async Task Two_corrections_of_a_day_have_names_of_their_own_and_the_latest_is_first()
    {
        await using var site = await TestSite.StartAsync();
        var id = await CorrectedAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        site.Clock.Pass(TimeSpan.FromMinutes(5));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => editor.PostAsJsonAsync($"/newsroom/api/articles/{id}/corrections", new { wrong = $"We misspelt name {i}.", right = "It is right now." })));

        var items = (await editor.GetFromJsonAsync<JsonObject>($"/newsroom/api/articles/{id}/corrections"))!["items"]!.AsArray();
        Assert.Equal(["2026-05-04-pier", "2026-05-04-pier-2", "2026-05-04-pier-3", "2026-05-04-pier-4", "2026-05-04-pier-5"], items.Select(i => (string)i!["slug"]!).Order(StringComparer.Ordinal));
        Assert.Equal("2026-05-04-pier", (string?)items[^1]!["slug"]);
    }

    [Fact]
    public async Task Only_a_live_story_is_corrected_with_both_texts_and_for_a_reason_when_amended()
    {
        await using var site = await TestSite.StartAsync();
        var id = await CorrectedAsync(site);
        var draft = await site.DraftAsync(new AStory { Slug = "draft" });
        using var editor = await site.SignInAsync(Role.Editor);

        async Task<(HttpStatusCode, string?)> AskAsync(HttpMethod method, string path, object body)
        {
            using var response = await editor.SendAsync(new(method, $"/newsroom/api/articles/{path}") { Content = JsonContent.Create(body) });
            return (response.StatusCode, (string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["detail"]);
        }

        Assert.Equal((HttpStatusCode.Conflict, "Readers cannot see this story. A correction tells them what was wrong in a live one; change a draft instead."), await AskAsync(HttpMethod.Post, $"{draft}/corrections", new { wrong = Wrong, right = Right }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Say what was wrong. Say what is right."), await AskAsync(HttpMethod.Post, $"{id}/corrections", new { wrong = " " }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "This has 1,001 characters; at most 1,000 are taken."), await AskAsync(HttpMethod.Post, $"{id}/corrections", new { wrong = new string('a', 1_001), right = Right }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Say why the correction is changed."), await AskAsync(HttpMethod.Put, $"{id}/corrections/2026-05-04-pier", new { wrong = Wrong, right = "It was not." }));
        Assert.Equal((HttpStatusCode.NotFound, "There is no such correction of this story."), await AskAsync(HttpMethod.Put, $"{id}/corrections/other", new { wrong = Wrong, right = Right, why = "So." }));
        Assert.Equal((HttpStatusCode.NotFound, "There is no such story. It may never have been saved."), await AskAsync(HttpMethod.Post, $"{Guid.CreateVersion7()}/corrections", new { wrong = Wrong, right = Right }));
    }

    [Fact]
    public async Task Journalists_read_corrections_and_editors_make_them()
    {
        await using var site = await TestSite.StartAsync();
        var id = await CorrectedAsync(site);
        using var journalist = await site.SignInAsync();

        var read = await journalist.GetAsync($"/newsroom/api/articles/{id}/corrections");
        var made = await journalist.PostAsJsonAsync($"/newsroom/api/articles/{id}/corrections", new { wrong = Wrong, right = Right });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (read.StatusCode, made.StatusCode));
    }

    [Fact]
    public async Task Corrections_of_a_story_that_readers_lost_leave_with_it()
    {
        await using var site = await TestSite.StartAsync();
        await CorrectedAsync(site);
        Assert.Contains("1869", await site.Reader.GetStringAsync("/corrections"), StringComparison.Ordinal);

        await site.WithdrawAsync("pier");

        Assert.Contains("There are no corrections so far.", await site.Reader.GetStringAsync("/corrections"), StringComparison.Ordinal);
    }

    internal static async Task<Guid> CorrectedAsync(TestSite site)
    {
        var id = await site.PublishAsync(new AStory { Slug = "pier", Published = "2026-05-01 06:00" });
        using var editor = await site.SignInAsync(Role.Editor);
        (await editor.PostAsJsonAsync($"/newsroom/api/articles/{id}/corrections", new { wrong = Wrong, right = Right })).EnsureSuccessStatusCode();
        return id;
    }

    private static string Text(JsonElement thing, string property) => thing.GetProperty(property).GetString()!;
}
