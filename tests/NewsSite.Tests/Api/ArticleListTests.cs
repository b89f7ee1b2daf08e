
namespace NewsSite.Tests.Api;

public sealed class ArticleListTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("", "budget view pier april")]
    [InlineData("?topic=coast", "pier april")]
    [InlineData("?author=the-desk", "budget april")]
    [InlineData("?kind=opinion", "view")]
    [InlineData("?kind=news", "pier april")]
    [InlineData("?person=morwenna-sands", "budget pier")]
    [InlineData("?from=2026-05-01", "budget view pier")] // published at 00:30 in London, which is still April in UTC
    [InlineData("?to=2026-04-30", "april")]
    [InlineData("?from=2026-05-01&to=2026-05-02", "view pier")]
    [InlineData("?topic=coast&from=2026-05-01&to=2026-05-01", "pier")]
    [InlineData("?topic=council&author=ada-quill", "budget view pier")]
    [InlineData("?topic=council&author=the-desk&kind=analysis", "budget")]
    [InlineData("?topic=council&kind=news", "pier")]
    [InlineData("?person=morwenna-sands&topic=coast", "pier")]
    [InlineData("?person=morwenna-sands&from=2026-05-02", "budget")]
    [InlineData("?topic=coast&kind=opinion", "")]
    [InlineData("?topic=nothing-yet", "")]
    [InlineData("?person=nobody", "")]
    [InlineData("?from=2027-01-01", "")]
    [InlineData("?unknown=x", "budget view pier april")]
    public async Task Conditions_add_up_and_the_newest_comes_first(string query, string expected)
    {
        var page = await api.ReadAsync("/api/v1/articles" + query);

        Assert.Equal(expected, string.Join(' ', page["items"]!.AsArray().Select(i => (string)i!["slug"]!)));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, (int)page["total"]!);
    }

    [Theory]
    [InlineData("size=1&page=2", "view")]
    [InlineData("size=3&page=2", "april")]
    [InlineData("size=1&page=2&person=morwenna-sands", "pier")]
    [InlineData("size=2&page=2&from=2026-05-01", "pier")]
    [InlineData("size=100&page=2", "")]
    [InlineData("size=100&page=2147483647", "")]
    [InlineData("size=100&page=2147483647&person=morwenna-sands", "")]
    public async Task A_page_is_a_part_of_the_list_and_empty_beyond_its_end(string query, string expected)
    {
        Assert.Equal(expected, string.Join(' ', await api.SlugsAsync("/api/v1/articles?" + query)));
    }

    [Fact]
    public async Task Links_lead_to_the_other_pages_with_the_same_conditions()
    {
        using var middle = await api.Reader.GetAsync("/api/v1/articles?topic=council&size=1&page=2&utm_source=x");
        using var beyond = await api.Reader.GetAsync("/api/v1/articles?size=3&page=9");
        using var empty = await api.Reader.GetAsync("/api/v1/articles?topic=nothing-yet");

        const string list = "http://localhost:5080/api/v1/articles?";
        Assert.Equal(
            $"<{list}size=1&topic=council&page=1>; rel=\"first\", <{list}size=1&topic=council&page=1>; rel=\"prev\", <{list}size=1&topic=council&page=3>; rel=\"next\", <{list}size=1&topic=council&page=3>; rel=\"last\"",
            string.Join(", ", middle.Headers.GetValues("Link")));
        Assert.Equal($"<{list}size=3&page=1>; rel=\"first\", <{list}size=3&page=2>; rel=\"prev\", <{list}size=3&page=2>; rel=\"last\"", string.Join(", ", beyond.Headers.GetValues("Link")));
        Assert.Equal($"<{list}topic=nothing-yet&page=1>; rel=\"first\", <{list}topic=nothing-yet&page=1>; rel=\"last\"", string.Join(", ", empty.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task An_entry_says_what_a_listing_needs()
    {
        var pier = (await api.ReadAsync("/api/v1/articles?topic=coast"))["items"]![0]!;

        Assert.Equal("http://localhost:5080/news/pier", (string)pier["address"]!);
        Assert.Equal("news", (string)pier["kind"]!);
        Assert.Equal("Ada Quill", (string)pier["bylines"]![0]!["name"]!);
        Assert.Equal(["Coast", "Council"], pier["topics"]!.AsArray().Select(t => (string)t!["name"]!));
        Assert.Equal("""{"at":"2026-05-01T00:30:00+01:00","wall":"2026-05-01 00:30","zone":"Europe/London"}""", pier["published"]!.ToJsonString(Plain));
        Assert.Equal("2026-05-02", (string)pier["updated"]!["wall"]!);
        Assert.Equal("Planks in the surf.", (string)pier["leadImage"]!["alt"]!);
        Assert.Equal("Ada Quill", (string)pier["leadImage"]!["credit"]!);
        Assert.Equal("http://localhost:5080/api/v1/articles/pier", (string)pier["links"]!["self"]!);
    }

    [Fact]
    public async Task A_change_shows_on_the_next_request()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        string[] lists = ["", "?topic=coast", "?kind=news", "?topic=coast&kind=news", "?from=2026-01-01"];
        foreach (var list in lists) Assert.Contains("\"total\":1", await site.Reader.GetStringAsync("/api/v1/articles" + list), StringComparison.Ordinal);

        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Pier to be rebuilt" });
        await site.PublishAsync(new AStory { Slug = "budget" });

        foreach (var list in lists)
        {
            var answer = await site.Reader.GetStringAsync("/api/v1/articles" + list);
            Assert.Contains("\"total\":2", answer, StringComparison.Ordinal);
            Assert.Contains("Pier to be rebuilt", answer, StringComparison.Ordinal);
        }
        await site.WithdrawAsync("pier");
        foreach (var list in lists) Assert.DoesNotContain("Pier", await site.Reader.GetStringAsync("/api/v1/articles" + list), StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
