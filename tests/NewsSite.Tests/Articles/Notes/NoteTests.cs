using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Notes;

/// <summary>Colleagues talk beside a story, and nobody else hears them.</summary>
public sealed class NoteTests : IAsyncLifetime
{
    private const string Secret = "Is this so? Ring the harbour master.";
    private TestSite _site = null!;
    private HttpClient _ada = null!;
    private Guid _story;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
        _story = await _site.PublishAsync(Story("The pier is gone. Nobody was hurt."));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_note_is_left_on_words_answered_resolved_and_opened_again()
    {
        var note = await LeaveAsync("words", "Nobody was hurt", "gone. ", ".");
        var bea = await _site.SignInAsync(Role.Editor, "Bea Carr");

        using var reply = await bea.PostAsJsonAsync($"{Notes}/{note}/replies", new { text = "I rang her." });
        using var resolved = await bea.PutAsync($"{Notes}/{note}/resolution", null);
        var seen = await OneAsync(bea);
        using var reopened = await bea.DeleteAsync($"{Notes}/{note}/resolution");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (reply.StatusCode, resolved.StatusCode, reopened.StatusCode));
        Assert.Equal(("words", "Nobody was hurt", false), ((string?)seen["block"], (string?)seen["passage"]!["exact"], (bool)seen["lost"]!));
        Assert.Equal((Secret, "Ada Quill", "AQ", false), ((string?)seen["text"], (string?)seen["by"]!["name"], (string?)seen["by"]!["initials"], (bool)seen["by"]!["me"]!));
        Assert.Equal(("I rang her.", "Bea Carr", true), ((string?)seen["replies"]![0]!["text"], (string?)seen["replies"]![0]!["by"]!["name"], (bool)seen["replies"]![0]!["by"]!["me"]!));
        Assert.Equal("Bea Carr", (string?)seen["resolved"]!["by"]);
        Assert.Null((await OneAsync(_ada))["resolved"]);
    }

    [Theory]
    [InlineData("The pier is gone. Luckily nobody at all was hurt.", "nobody at all was hurt")]
    [InlineData("Since Monday the pier is gone. Nobody was hurt. It rained.", "Nobody was hurt")]
    public async Task A_note_stays_at_its_words_when_they_are_changed(string words, string exact)
    {
        await LeaveAsync("words", "Nobody was hurt", "The pier is gone. ", ".");

        await _site.DraftAsync(Story(words));

        var note = await OneAsync(_ada);
        Assert.Equal(("words", exact, false), ((string?)note["block"], (string?)note["passage"]!["exact"], (bool)note["lost"]!));
    }

    [Fact]
    public async Task A_note_whose_words_went_is_shown_with_them_and_finds_them_again_when_they_come_back()
    {
        await LeaveAsync("words", "Nobody was hurt", "The pier is gone. ", ".");
        await _site.DraftAsync(Story("It rained.") with { Blocks = [new ProseBlock { Id = "other", Text = "It rained." }] });

        var lost = await OneAsync(_ada);
        await _site.DraftAsync(Story("The pier is gone. Nobody was hurt."));
        var back = await OneAsync(_ada);

        Assert.Equal((null, "Nobody was hurt", true), ((string?)lost["block"], (string?)lost["passage"]!["exact"], (bool)lost["lost"]!));
        Assert.Equal(("words", "Nobody was hurt", false), ((string?)back["block"], (string?)back["passage"]!["exact"], (bool)back["lost"]!));
    }

    [Fact]
    public async Task The_editor_says_where_words_have_moved_also_before_they_are_saved()
    {
        var note = await LeaveAsync("words", "Nobody was hurt", "gone. ", ".");
        using var moved = await _ada.PutAsJsonAsync($"{Notes}/anchors", new[] { new { id = note, block = "new-one", passage = new { exact = "No one was hurt", prefix = "", suffix = "." } } });
        var told = await OneAsync(_ada);
        await _site.DraftAsync(Story("The pier is gone.") with { Blocks = [new ProseBlock { Id = "words", Text = "The pier is gone." }, new ProseBlock { Id = "new-one", Text = "In the end no one. No one was hurt." }] });

        var saved = await OneAsync(_ada);

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        foreach (var seen in new[] { told, saved }) Assert.Equal(("new-one", "No one was hurt", false), ((string?)seen["block"], (string?)seen["passage"]!["exact"], (bool)seen["lost"]!));
        Assert.Equal("In the end no one. ", (string?)saved["passage"]!["prefix"]);
    }

    [Fact]
    public async Task Notes_are_put_on_names_headlines_blocks_and_whole_stories_too()
    {
        await LeaveAsync("said", "Una Pike", "", "");
        await LeaveAsync(null, "Storm takes", "", " the pier");
        foreach (var block in new[] { "said", null })
            using (var answer = await _ada.PostAsJsonAsync(Notes, new { block, passage = (object?)null, text = "Well done." })) Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await _site.DraftAsync(Story("The pier is gone.") with { Headline = "Now the storm takes the pier", Blocks = [new StatementBlock { Id = "said", Person = null, Name = "Dr Una Pike", Words = ["Well."] }] });

        var notes = (await AllAsync(_ada)).OrderBy(n => (string?)n!["passage"]?["exact"] ?? "z", StringComparer.OrdinalIgnoreCase).ThenByDescending(n => (string?)n!["block"]).ToList();

        Assert.Equal(["storm takes", "Una Pike", null, null], notes.Select(n => (string?)n!["passage"]?["exact"]));
        Assert.Equal([null, "said", "said", null], notes.Select(n => (string?)n!["block"]));
        Assert.All(notes, n => Assert.False((bool)n!["lost"]!));
    }

    [Fact]
    public async Task Only_who_left_a_note_or_an_editor_deletes_it()
    {
        var (first, second) = (await LeaveAsync("words", "The pier", "", " is"), await LeaveAsync("words", "gone", "is ", "."));
        var cy = await _site.SignInAsync(Role.Journalist, "Cy Dow");
        var moderator = await _site.SignInAsync(Role.Moderator, "Mo Tan");

        Assert.Equal(HttpStatusCode.Forbidden, (await cy.DeleteAsync($"{Notes}/{first}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.DeleteAsync($"{Notes}/{first}")).StatusCode);
        Assert.All(await AllAsync(cy), n => Assert.False((bool)n!["mayDelete"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await _ada.DeleteAsync($"{Notes}/{first}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await (await _site.SignInAsync(Role.Administrator, "Di Fay")).DeleteAsync($"{Notes}/{second}")).StatusCode);
        Assert.Empty(await AllAsync(_ada));
    }

    [Theory]
    [InlineData("""{"block":null,"passage":null,"text":"  "}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"block":"Not An Id","passage":null,"text":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"block":"words","passage":{"exact":"x"},"text":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"block":"words","passage":3,"text":"x"}""", HttpStatusCode.BadRequest)]
    public async Task What_makes_no_note_is_refused_in_words(string json, HttpStatusCode status)
    {
        using var answer = await _ada.PostAsync(Notes, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await AllAsync(_ada));
    }

    [Fact]
    public async Task A_note_on_a_story_that_is_not_there_is_not_found()
    {
        var elsewhere = $"/newsroom/api/articles/{Guid.CreateVersion7()}/notes";
        var note = await LeaveAsync("words", "The pier", "", "");

        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync(elsewhere)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.PostAsJsonAsync(elsewhere, new { text = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.DeleteAsync($"{elsewhere}/{note}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.PostAsJsonAsync($"{elsewhere}/{note}/replies", new { text = "x" })).StatusCode);
    }

    private string Notes => $"/newsroom/api/articles/{_story}/notes";

    private static AStory Story(string words) => new() { Blocks = [new ProseBlock { Id = "words", Text = words }, new StatementBlock { Id = "said", Person = null, Name = "Una Pike", Words = ["Well."] }] };

    private async Task<Guid> LeaveAsync(string? block, string exact, string prefix, string suffix)
    {
        using var answer = await _ada.PostAsJsonAsync(Notes, new { block, passage = new { exact, prefix, suffix }, text = Secret });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private async Task<JsonNode> OneAsync(HttpClient who) => Assert.Single(await AllAsync(who))!;

    private async Task<JsonArray> AllAsync(HttpClient who) => (await who.GetFromJsonAsync<JsonNode>(Notes))!["items"]!.AsArray();
}
