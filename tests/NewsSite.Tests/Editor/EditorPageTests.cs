using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Editor;

public sealed partial class EditorPageTests
{
    [Fact]
    public async Task A_new_story_comes_with_everything_the_editor_needs()
    {
        await using var site = await TestSite.StartAsync();
        using var writer = await site.SignInAsync(Role.Journalist, "Ada Quill");

        var data = await DataOfAsync(writer, "/newsroom/articles/new");

        Assert.Equal(JsonValueKind.Null, data.GetProperty("article").GetProperty("revision").ValueKind);
        Assert.Equal(7, Guid.Parse(data.GetProperty("article").GetProperty("id").GetString()!).Version);
        Assert.Equal("Ada Quill", data.GetProperty("me").GetProperty("name").GetString());
        Assert.Contains("writeStories", data.GetProperty("may").EnumerateArray().Select(p => p.GetString()));
        Assert.Contains("statement", data.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("type").GetString()));
        Assert.Equal("news", data.GetProperty("kinds")[0].GetString());
        Assert.NotEmpty(data.GetProperty("antiforgery").GetString()!);
    }

    [Fact]
    public async Task A_saved_story_opens_with_its_content_and_no_words_can_end_the_script()
    {
        await using var site = await TestSite.StartAsync();
        using var writer = await site.SignInAsync();
        var id = (await DataOfAsync(writer, "/newsroom/articles/new")).GetProperty("article").GetProperty("id").GetString()!;
        const string words = "</script><script>alert(1)</script>";
        var content = new { kind = "news", headline = words, standfirst = (string?)null, socialHeadline = (string?)null, socialDescription = (string?)null, leadImage = (object?)null, bylines = Array.Empty<string>(), topics = Array.Empty<string>(), sources = Array.Empty<string>(), comments = "site", blocks = new[] { new { type = "prose", id = "a", v = 1, text = words } } };
        using var saved = await writer.PutAsync(new Uri($"/newsroom/api/articles/{id}/draft", UriKind.Relative), JsonContent.Create(new { @base = (string?)null, content }));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        var data = await DataOfAsync(writer, $"/newsroom/articles/{id}");

        Assert.Equal(words, data.GetProperty("article").GetProperty("content").GetProperty("headline").GetString());
        Assert.Equal(words, data.GetProperty("article").GetProperty("content").GetProperty("blocks")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Roles_are_offered_as_of_the_day_a_story_was_first_published_and_of_today_before()
    {
        await using var site = await TestSite.StartAsync();
        using var writer = await site.SignInAsync();
        var published = await site.PublishAsync(new AStory { Slug = "pier", Published = "2021-10-31 00:30" });

        var old = await DataOfAsync(writer, $"/newsroom/articles/{published}");
        var fresh = await DataOfAsync(writer, "/newsroom/articles/new");

        Assert.Equal("2021-10-31", old.GetProperty("day").GetString());
        Assert.Equal("2026-05-04", fresh.GetProperty("day").GetString());
        Assert.Equal("2026-05-04", old.GetProperty("site").GetProperty("today").GetString());
    }

    [Fact]
    public async Task A_story_that_does_not_exist_is_not_found()
    {
        await using var site = await TestSite.StartAsync();
        using var writer = await site.SignInAsync();

        using var answer = await writer.GetAsync(new Uri("/newsroom/articles/01a00000-0000-7000-8000-000000000000", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_moderator_reads_stories_and_begins_none()
    {
        await using var site = await TestSite.StartAsync();
        using var moderator = await site.SignInAsync(Role.Moderator);

        using var answer = await moderator.GetAsync(new Uri("/newsroom/articles/new", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<JsonElement> DataOfAsync(HttpClient client, string path)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("""<div id="editor" """, page, StringComparison.Ordinal);
        Assert.Matches("""src="/assets/newsroom/editor\.[0-9a-f]{10}\.js""", page);
        return JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement;
    }

    [GeneratedRegex("""<script type="application/json" id="editor-data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();
}
