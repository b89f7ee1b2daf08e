using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Notes;

/// <summary>Notes reach nobody but the newsroom.</summary>
public sealed class NotesStayInsideTests : IAsyncLifetime
{
    private const string Secret = "Xylophone: is this so?", Answer = "Xylophone: I rang her.";
    private TestSite _site = null!;
    private HttpClient _ada = null!;
    private Guid _story;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync(Role.Journalist, "Quentin Zander");
        _story = await _site.PublishAsync(new AStory());
        var notes = $"/newsroom/api/articles/{_story}/notes";
        using var left = await _ada.PostAsJsonAsync(notes, new { block = "words", passage = new { exact = "The pier", prefix = "", suffix = " is" }, text = Secret });
        var id = (Guid)(await left.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        (await _ada.PostAsJsonAsync($"{notes}/{id}/replies", new { text = Answer })).EnsureSuccessStatusCode();
        Assert.Contains("Xylophone", await _ada.GetStringAsync(notes));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/")]
    [InlineData("/news")]
    [InlineData("/news/storm-takes-the-pier")]
    [InlineData("/topics/coast")]
    [InlineData("/authors/ada-quill")]
    [InlineData("/feed.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/feed.json")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles/storm-takes-the-pier")]
    [InlineData("/api/v1/articles/storm-takes-the-pier?as=html")]
    [InlineData("/api/v1/articles/storm-takes-the-pier?as=markdown")]
    [InlineData("/openapi/v1.json")]
    public async Task No_page_feed_or_answer_holds_them(string path)
    {
        foreach (var who in new[] { _site.Reader, _ada }) AssertNothingIn(await who.GetStringAsync(path));
    }

    [Fact]
    public async Task No_preview_holds_them()
    {
        using var made = await _ada.PostAsJsonAsync($"/newsroom/api/articles/{_story}/preview-links", new { });
        var path = new Uri((string)(await made.Content.ReadFromJsonAsync<JsonNode>())!["address"]!).AbsolutePath;

        AssertNothingIn(await _site.Reader.GetStringAsync(path));
        AssertNothingIn(await _ada.GetStringAsync($"/newsroom/articles/{_story}/preview/page"));
    }

    [Fact]
    public async Task No_export_holds_them()
    {
        var folder = Path.Combine(_site.Folder, "export");

        await ContentDirectory.ExportAsync(_site, folder);

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files) AssertNothingIn(await File.ReadAllTextAsync(file));
    }

    private static void AssertNothingIn(string text)
    {
        Assert.DoesNotContain("Xylophone", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Zander", text, StringComparison.OrdinalIgnoreCase);
    }
}
