using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Previews;

/// <summary>Somebody with a preview link leaves a note; machines and other sites do not.</summary>
public sealed class VisitorNoteTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;
    private Guid _story;
    private string _path = "";

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
        _story = await _site.DraftAsync(new AStory());
        using var made = await _ada.PostAsJsonAsync($"/newsroom/api/articles/{_story}/preview-links", new { });
        _path = new Uri((string)(await made.Content.ReadFromJsonAsync<JsonNode>())!["address"]!).AbsolutePath;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_note_goes_to_the_newsroom_s_and_is_marked()
    {
        using var sent = await SendAsync("Una Pike", "It was on a Monday.");
        var thanks = await _site.Reader.GetStringAsync(sent.Headers.Location!.ToString().Split('#')[0]);

        var note = Assert.Single(await NotesAsync())!;
        Assert.Equal(("It was on a Monday.", "Una Pike (preview link)", "UP", false), ((string?)note["text"], (string?)note["by"]!["name"], (string?)note["by"]!["initials"], (bool)note["by"]!["me"]!));
        Assert.Contains("Thank you", thanks);
        Assert.DoesNotContain("on a Monday", thanks);
    }

    [Theory]
    [InlineData("", "It was on a Monday.", "Say who you are")]
    [InlineData("Una Pike", "  ", "Write the note first")]
    public async Task A_note_without_a_name_or_words_is_asked_for_again(string name, string text, string message)
    {
        using var sent = await SendAsync(name, text);
        var page = await sent.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains(message, page);
        Assert.Contains(name.Length > 0 ? name : text, page);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task A_machine_that_fills_in_every_field_believes_that_it_was_heard()
    {
        using var sent = await SendAsync("Una Pike", "Buy now.", website: "https://example.org");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Empty(await NotesAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "at-all")]
    public async Task Another_site_s_form_is_refused(string header, string value)
    {
        using var sent = await SendAsync("Una Pike", "Hello.", from: (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Too_many_notes_in_a_while_have_to_wait()
    {
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("Una Pike", $"Note {i}.")).StatusCode);

        using var refused = await SendAsync("Una Pike", "One more.");
        _site.Clock.Pass(TimeSpan.FromMinutes(11));
        using var later = await SendAsync("Una Pike", "One more.");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, later.StatusCode));
        Assert.Equal(21, (await NotesAsync()).Count);
    }

    [Fact]
    public async Task A_link_that_is_over_takes_no_notes()
    {
        _site.Clock.Pass(TimeSpan.FromDays(8));

        using var sent = await SendAsync("Una Pike", "Hello.");

        Assert.Equal(HttpStatusCode.Gone, sent.StatusCode);
    }

    private async Task<JsonArray> NotesAsync() => (await _ada.GetFromJsonAsync<JsonNode>($"/newsroom/api/articles/{_story}/notes"))!["items"]!.AsArray();

    private async Task<HttpResponseMessage> SendAsync(string name, string text, string website = "", (string Name, string Value)? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _path) { Content = new FormUrlEncodedContent([new("name", name), new("text", text), new("website", website)]) };
        var (header, value) = from ?? ("Sec-Fetch-Site", "same-origin");
        request.Headers.Add(header, value);
        return await _site.Reader.SendAsync(request);
    }
}
