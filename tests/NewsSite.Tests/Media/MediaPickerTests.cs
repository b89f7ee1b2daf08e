using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Media;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Media;

/// <summary>A journalist finds a picture, or brings one in.</summary>
public sealed class MediaPickerTests : IAsyncLifetime
{
    private const string Media = "/newsroom/api/media";
    private TestSite _site = null!;
    private HttpClient _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_picture_comes_in_under_a_name_that_makes_an_address()
    {
        using var made = await SendAsync("County Hall – Ära 1.PNG", APicture.Png(400, 300), "Ada Quill");
        var item = (await made.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(("county-hall-ara-1.png", 400, 300, "Ada Quill"), ((string?)item["file"], (int)item["width"]!, (int)item["height"]!, (string?)item["credit"]));
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync((string?)item["thumb"])).StatusCode);
    }

    [Fact]
    public async Task The_same_picture_twice_is_one_and_another_of_its_name_gets_a_number()
    {
        using var first = await SendAsync("pier.png", APicture.Png(40, 30), null);
        using var same = await SendAsync("the pier again.png", APicture.Png(40, 30), "Somebody");
        using var other = await SendAsync("pier.png", APicture.Png(41, 30), null);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (first.StatusCode, same.StatusCode, other.StatusCode));
        Assert.Equal("pier.png", (string?)(await same.Content.ReadFromJsonAsync<JsonNode>())!["file"]);
        Assert.Equal("pier-2.png", (string?)(await other.Content.ReadFromJsonAsync<JsonNode>())!["file"]);
        Assert.Equal(2, await _site.InDbAsync(db => db.Set<MediaItem>().CountAsync()));
    }

    [Fact]
    public async Task A_picture_that_is_none_is_refused_in_words()
    {
        var png = APicture.Png(400, 300);
        byte[] bomb = [.. APicture.Png(8, 8)[..8], .. APicture.Header(100_000, 100_000), .. APicture.Png(8, 8)[33..]];
        (string Name, byte[] Bytes, string Message)[] wrong =
        [
            ("Broken 1.png", png[..(png.Length / 2)], "Broken 1.png is cut short or broken"),
            ("Minutes.pdf", Encoding.ASCII.GetBytes("%PDF-1.7"), "Minutes.pdf is a PDF and not a picture"),
            ("Logo.svg", Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "Logo.svg is an SVG drawing"),
            ("empty.jpg", [], "empty.jpg is empty"),
            ("Bomb.png", bomb, "Bomb.png is 100,000 × 100,000 pixels"),
        ];

        foreach (var (name, bytes, message) in wrong)
        {
            using var answer = await SendAsync(name, bytes, null);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.StartsWith(message, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]);
        }
        Assert.Equal(0, await _site.InDbAsync(db => db.Set<MediaItem>().CountAsync()));
    }

    [Fact]
    public async Task A_file_with_too_many_bytes_is_refused_in_words()
    {
        await _site.RestartAsync("--Media:MaxMegaBytes=1");
        var ada = await _site.SignInAsync();

        foreach (var bytes in new[] { 1_048_577, 2_000_000 })
        {
            using var answer = await SendAsync("large.png", new byte[bytes], null, ada);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("more than 1 MB", (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]);
        }
    }

    [Fact]
    public async Task Nothing_sent_is_asked_for()
    {
        using var form = new MultipartFormDataContent { { new StringContent("Ada"), "credit" } };
        using var empty = await _ada.PostAsync(Media, form);
        using var json = await _ada.PostAsJsonAsync(Media, new { });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, json.StatusCode));
    }

    [Fact]
    public async Task Pictures_are_found_by_name_and_credit_a_page_at_a_time_newest_first()
    {
        await _site.AddAsync(Enumerable.Range(1, 30).Select(i => (object)new MediaItem
        {
            Id = Guid.CreateVersion7(_site.Clock.GetUtcNow().AddMinutes(i)),
            File = $"hall-{i:00}.png",
            Hash = new string('a', 62) + $"{i:00}",
            ContentType = "image/png",
            Bytes = 1,
            Width = 2,
            Height = 1,
            Credit = i % 2 == 0 ? "Zoë Lens" : null,
            Renditions = i == 30 ? [new(320, "webp"), new(640, "webp")] : [],
        }));

        var (first, second) = (await FindAsync("?page=1"), await FindAsync("?page=2"));
        var credited = await FindAsync("?q=zoe");

        Assert.Equal((true, false), ((bool)first["hasMore"]!, (bool)second["hasMore"]!));
        Assert.Equal((24, 6), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Equal(("hall-30.png", "hall-06.png"), ((string?)first["items"]![0]!["file"], (string?)second["items"]![0]!["file"]));
        Assert.EndsWith("/hall-30-320.webp", (string?)first["items"]![0]!["thumb"]);
        Assert.Equal((15, "hall-30.png"), (credited["items"]!.AsArray().Count, (string?)credited["items"]![0]!["file"]));
        Assert.Equal("hall-07.png", (string?)Assert.Single((await FindAsync("?q=07+hall"))["items"]!.AsArray())!["file"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await _ada.GetAsync($"{Media}?page=0")).StatusCode);
    }

    [Fact]
    public async Task A_moderator_brings_in_none()
    {
        using var answer = await SendAsync("pier.png", APicture.Png(40, 30), null, await _site.SignInAsync(Role.Moderator));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<JsonNode> FindAsync(string query) => (await _ada.GetFromJsonAsync<JsonNode>(Media + query))!;

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] bytes, string? credit, HttpClient? who = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        if (credit is not null) form.Add(new StringContent(credit), "credit");
        return await (who ?? _ada).PostAsync(Media, form);
    }
}
