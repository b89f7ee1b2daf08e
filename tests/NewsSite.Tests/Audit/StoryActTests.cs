using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Accounts;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Media;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Authors;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Audit;

/// <summary>What the record says of stories and of what they are made of.</summary>
public sealed class StoryActTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }, new Topic { Slug = "coast", Name = "Coast" }], "authors", "topics");
        _ada = await _site.SignInAsync(Role.Editor, "Ada Quill");
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_saves_of_one_sitting_are_one_act()
    {
        using var bob = await _site.SignInAsync(Role.Journalist, "Bob Ledger");
        var id = DraftClient.NewId(_site);
        var at = (await _ada.SaveAsync(id, null, ADraft.Of("a") with { Headline = "Pier" })).Revision;

        for (var i = 1; i <= 3; i++) at = await SaveAsync(_ada, i);
        _site.Clock.Pass(TimeSpan.FromMinutes(9));
        at = await SaveAsync(_ada, 4);
        at = await SaveAsync(bob, 5);
        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        at = await SaveAsync(_ada, 6);
        at = await SaveAsync(_ada, 7);
        at = await SaveAsync(bob, 8);
        await _ada.SaveAsync(id, at, ADraft.Of("a=8") with { Headline = "Pier" }); // nothing new

        Assert.Equal(["Ada Quill began “Pier”", "Bob Ledger wrote “Pier”", "Ada Quill wrote “Pier”"], await ToldAsync());
        Assert.All(await _site.RecordAsync(), e => Assert.Equal(id, e.ArticleId));

        async Task<Guid> SaveAsync(HttpClient who, int i) => (await who.SaveAsync(id, at, ADraft.Of($"a={i}") with { Headline = "Pier" })).Revision;
    }

    [Fact]
    public async Task A_story_s_whole_life()
    {
        var id = await _site.DraftAsync(new AStory());
        using var visitor = new Visitor(_site, (await _site.SignInCookiesAsync(Role.Editor, "Eve Desk")).Cookies);
        var (headline, slug) = ((await _ada.OpenAsync(id)).Content.Headline, (await _ada.OpenAsync(id)).Slug);

        await _ada.PutSlugAsync(id, "the-pier");
        await _ada.GoLiveAsync(_site, id, (await _ada.OpenAsync(id)).Revision!.Value);
        await _ada.GoLiveAsync(_site, id, (await _ada.OpenAsync(id)).Revision!.Value); // it is already
        var now = await _ada.OpenAsync(id);
        var changed = await _ada.SaveAsync(id, now.Revision, now.Content with { Standfirst = "Another." }, "The mayor rang");
        await _ada.GoLiveAsync(_site, id, changed.Revision);
        await _ada.BackToDraftAsync(id, "Wrong pier");
        var history = await visitor.OpenAsync($"/newsroom/articles/{id}/history");
        await visitor.PressAsync(history, "Restore", ("revision", now.Revision.ToString()!));
        var record = await _site.RecordAsync();

        Assert.Equal(
        [
            ("article.address-chosen", $"Ada Quill gave “{headline}” the address /news/the-pier instead of /news/{slug}", null),
            ("article.published", $"Ada Quill published “{headline}”", null),
            ("article.saved", $"Ada Quill wrote “{headline}”", "The mayor rang"),
            ("article.updated", $"Ada Quill showed readers the changes to “{headline}”", null),
            ("article.back-to-draft", $"Ada Quill took “{headline}” from readers, to work on it", (string?)"Wrong pier"),
        ], record.Take(5).Select(e => (e.Act, $"{e.By} {e.Words}", e.Why)));
        Assert.Equal(6, record.Count);
        Assert.Equal("article.restored", record[5].Act);
        Assert.Matches($"^brought the words of .+, .+ back into “{headline}”$", record[5].Words);
    }

    [Fact]
    public async Task Notes_and_preview_links()
    {
        using var bob = await _site.SignInAsync(Role.Journalist, "Bob Ledger");
        var id = await _site.DraftAsync(new AStory());
        var headline = (await _ada.OpenAsync(id)).Content.Headline;
        var notes = $"/newsroom/api/articles/{id}/notes";

        var note = await PostAsync(bob, notes, new { text = "Is this so?" });
        await PostAsync(_ada, $"{notes}/{note["id"]}/replies", new { text = "It is." });
        await _ada.PutAsync($"{notes}/{note["id"]}/resolution", null);
        await _ada.DeleteAsync($"{notes}/{note["id"]}/resolution");
        await _ada.DeleteAsync($"{notes}/{note["id"]}");
        var link = await PostAsync(_ada, $"/newsroom/api/articles/{id}/preview-links", new { days = 3 });
        using var sent = new HttpRequestMessage(HttpMethod.Post, new Uri((string)link["address"]!).AbsolutePath) { Content = new FormUrlEncodedContent([new("name", "Una Pike"), new("text", "It was on a Monday."), new("website", "")]) };
        sent.Headers.Add("Sec-Fetch-Site", "same-origin");
        await _site.Reader.SendAsync(sent);
        await bob.DeleteAsync($"/newsroom/api/articles/{id}/preview-links/{link["id"]}");

        Assert.Equal(
        [
            $"Bob Ledger left a note on “{headline}”",
            $"Ada Quill answered a note on “{headline}”",
            $"Ada Quill resolved a note of Bob Ledger on “{headline}”",
            $"Ada Quill opened again a note of Bob Ledger on “{headline}”",
            $"Ada Quill deleted a note of Bob Ledger on “{headline}”",
            $"Ada Quill made a preview link to “{headline}” that serves 3 days",
            $"Una Pike (preview link) left a note on “{headline}”",
            $"Bob Ledger took back a preview link to “{headline}” that Ada Quill had made",
        ], await ToldAsync());
        Assert.Null((await _site.RecordAsync())[6].AccountId);
        Assert.DoesNotContain(await _site.RecordAsync(), e => e.Words.Contains(((string)link["address"]!).Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stories_are_made_of()
    {
        await PostAsync(_ada, "/newsroom/api/people", new { name = "Una Pike", role = "Mayor" });
        await PostAsync(_ada, "/newsroom/api/sources", new { title = "Inspection report", address = "https://example.org/report" });
        await PostAsync(_ada, "/newsroom/api/sources", new { title = "Inspection report", address = "https://example.org/report" }); // it is there
        using var form = new MultipartFormDataContent { { new ByteArrayContent(APicture.Png(8, 8)), "file", "Pier.png" } };
        await _ada.PostAsync("/newsroom/api/media", form);

        var record = await _site.RecordAsync();

        Assert.Equal(3, record.Count);
        Assert.Equal(["people/una-pike", "sources/inspection-report"], record.Take(2).Select(e => e.Subject));
        Assert.StartsWith("media/", record[2].Subject, StringComparison.Ordinal);
        Assert.All(record, e => Assert.Equal("Ada Quill", e.By));
    }

    private async Task<IReadOnlyList<string>> ToldAsync() => [.. (await _site.RecordAsync()).Select(e => $"{e.By} {e.Words}")];

    private static async Task<JsonNode> PostAsync(HttpClient who, string path, object body)
    {
        using var answer = await who.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
