using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Previews;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Previews;

/// <summary>A link by which somebody without an account sees one revision for some days.</summary>
public sealed partial class PreviewLinkTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;
    private Guid _story;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
        _story = await _site.DraftAsync(new AStory { Headline = "First words" });
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task It_shows_its_revision_whatever_is_saved_later()
    {
        var (path, link) = await MakeAsync();
        await _site.DraftAsync(new AStory { Headline = "Second words" });

        using var answer = await _site.Reader.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1>First words</h1>", page);
        Assert.DoesNotContain("Second words", page);
        Assert.Contains("until 11 May 2026, 10:00", page);
        Assert.Equal("Ada Quill", (string?)link["madeBy"]);
    }

    [Fact]
    public async Task No_cache_search_engine_or_other_site_learns_of_it()
    {
        var (path, _) = await MakeAsync();

        using var answer = await _site.Reader.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(("noindex, nofollow", "no-referrer"), (answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page);
        Assert.DoesNotContain("ld+json", page);
        Assert.DoesNotContain("rel=\"canonical\"", page);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task It_ends_when_its_days_are_over()
    {
        var (path, _) = await MakeAsync(days: 1);
        _site.Clock.Pass(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync(path)).StatusCode);

        _site.Clock.Pass(TimeSpan.FromSeconds(1));

        await AssertOverAsync(path, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task It_ends_when_it_is_taken_back()
    {
        var (path, link) = await MakeAsync();
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await _ada.DeleteAsync($"{Links}/{link["id"]}")).StatusCode);

        await AssertOverAsync(path, HttpStatusCode.Gone);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.DeleteAsync($"{Links}/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_guessed_or_cut_short_shows_nothing()
    {
        var (path, _) = await MakeAsync();

        await AssertOverAsync(path[..^1], HttpStatusCode.NotFound);
        await AssertOverAsync("/preview/x", HttpStatusCode.NotFound);
        Assert.Equal(43, path["/preview/".Length..].Length); // 256 bits
    }

    [Fact]
    public async Task Only_the_hash_of_the_token_is_stored_and_its_address_is_told_once()
    {
        var (path, link) = await MakeAsync();

        var stored = await _site.InDbAsync(db => db.Set<PreviewLink>().SingleAsync());
        var listed = (await _ada.GetFromJsonAsync<JsonNode>(Links))!["items"]![0]!;

        Assert.Matches("^[0-9a-f]{64}$", stored.TokenHash);
        Assert.DoesNotContain(path["/preview/".Length..], System.Text.Json.JsonSerializer.Serialize(stored));
        Assert.Null(listed["address"]);
        Assert.Equal((string?)link["id"], (string?)listed["id"]);
    }

    [Fact]
    public async Task The_newsroom_sees_how_often_it_was_opened()
    {
        var (path, _) = await MakeAsync();
        await _site.Reader.SendAsync(new(HttpMethod.Head, path));
        await _site.Reader.GetAsync(path);
        _site.Clock.Pass(TimeSpan.FromHours(1));
        await _site.Reader.GetAsync(path);

        var link = (await _ada.GetFromJsonAsync<JsonNode>(Links))!["items"]![0]!;

        Assert.Equal((2, _site.Clock.GetUtcNow()), ((int)link["opens"]!, (DateTimeOffset)link["lastOpenedAt"]!));
        Assert.Contains("2 times", await _ada.GetStringAsync($"/newsroom/articles/{_story}/preview"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task It_serves_from_one_day_to_thirty(int days)
    {
        using var answer = await _ada.PostAsJsonAsync(Links, new { revision = (Guid?)null, days });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("1 to 30 days", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task It_is_made_and_taken_back_on_the_preview_s_page_without_a_script()
    {
        var page = await _ada.GetStringAsync($"/newsroom/articles/{_story}/preview");
        using var made = await SendAsync(page, "Link", new() { ["days"] = "3" });
        var after = await _ada.GetStringAsync(made.Headers.Location!.ToString().Split('#')[0]);
        var path = new Uri(Address().Match(after).Groups[1].Value).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync(path)).StatusCode);
        Assert.DoesNotContain(path, await _ada.GetStringAsync($"/newsroom/articles/{_story}/preview"));

        using var revoked = await SendAsync(after, "Revoke", new() { ["link"] = LinkId().Match(after).Groups[1].Value });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (made.StatusCode, revoked.StatusCode));
        await AssertOverAsync(path, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Who_may_not_make_links_is_given_no_form_and_no_way_around_it()
    {
        var moderator = await _site.SignInAsync(Role.Moderator, "Mo Tan");
        var page = await moderator.GetStringAsync($"/newsroom/articles/{_story}/preview");

        Assert.DoesNotContain("handler=Link", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PostAsJsonAsync(Links, new { days = 7 })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PostAsync($"/newsroom/articles/{_story}/preview?handler=Link", new FormUrlEncodedContent([new("days", "7")]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await moderator.GetAsync(Links)).StatusCode);
    }

    private string Links => $"/newsroom/api/articles/{_story}/preview-links";

    private async Task<(string Path, JsonNode Link)> MakeAsync(int days = 7)
    {
        using var answer = await _ada.PostAsJsonAsync(Links, new { revision = (Guid?)null, days });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var link = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        return (new Uri((string)link["address"]!).AbsolutePath, link);
    }

    private async Task AssertOverAsync(string path, HttpStatusCode status)
    {
        using var answer = await _site.Reader.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "no-store"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        Assert.Contains("This preview is over", page);
        Assert.DoesNotContain("First words", page);
    }

    private Task<HttpResponseMessage> SendAsync(string page, string handler, Dictionary<string, string> fields)
    {
        _ada.DefaultRequestHeaders.Remove(Doors.AntiforgeryHeader); // a form sends none
        fields["__RequestVerificationToken"] = Token().Match(page, page.IndexOf($"handler={handler}", StringComparison.Ordinal)).Groups[1].Value;
        return _ada.PostAsync($"/newsroom/articles/{_story}/preview?handler={handler}", new FormUrlEncodedContent(fields));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("id=\"new-address\" type=\"text\" readonly value=\"([^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex("name=\"link\" value=\"([^\"]+)\"")]
    private static partial Regex LinkId();
}
