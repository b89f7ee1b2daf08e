using System.Text.Json.Nodes;

namespace NewsSite.Tests.Api;

public sealed class RegisterListTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Topics_and_authors_lead_to_their_pages_and_articles()
    {
        var topic = (await api.ReadAsync("/api/v1/topics"))["items"]![0]!;
        var author = (await api.ReadAsync("/api/v1/authors?size=1&page=2"))["items"]![0]!;

        Assert.Equal("http://localhost:5080/topics/coast", (string)topic["address"]!);
        Assert.Equal("http://localhost:5080/api/v1/articles?topic=coast", (string)topic["articles"]!);
        Assert.Equal("The Desk", (string)author["name"]!);
        Assert.Equal("http://localhost:5080/authors/the-desk", (string)author["address"]!);
    }

    [Fact]
    public async Task People_come_with_their_dated_roles()
    {
        var people = await api.ReadAsync("/api/v1/people");
        var role = people["items"]![1]!["roles"]![0]!;

        Assert.Equal(["jory-penrose", "morwenna-sands"], people["items"]!.AsArray().Select(p => (string)p!["slug"]!));
        Assert.Equal("Port Council", (string)role["organisation"]!["name"]!);
        Assert.Equal("2021", (string)role["from"]!);
    }

    [Fact]
    public async Task A_person_s_statements_are_gathered_from_live_articles_newest_first()
    {
        var page = await api.ReadAsync("/api/v1/people/morwenna-sands/statements");
        var second = page["items"]![1]!;

        Assert.Equal(2, (int)page["total"]!);
        Assert.Equal("budget", (string)page["items"]![0]!["article"]!["slug"]!);
        Assert.Equal("http://localhost:5080/news/pier#b-s1", (string)second["address"]!);
        Assert.Equal("harbour master", (string)second["role"]!);
        Assert.Equal(["“We will rebuild it.”", "“Soon.”"], second["words"]!.AsArray().Select(w => (string)w!));
        Assert.Empty((await api.ReadAsync("/api/v1/people/jory-penrose/statements"))["items"]!.AsArray());
        Assert.Single((await api.ReadAsync("/api/v1/people/morwenna-sands/statements?size=1&page=2"))["items"]!.AsArray());
    }

    [Fact]
    public async Task New_words_show_on_the_next_request()
    {
        var own = new ApiSite();
        await own.InitializeAsync();
        await using var site = own.Site;
        await own.ReadAsync("/api/v1/people/morwenna-sands/statements");

        await site.WithdrawAsync("pier");

        Assert.Equal(1, (int)(await own.ReadAsync("/api/v1/people/morwenna-sands/statements"))["total"]!);
    }

    [Fact]
    public async Task A_vacancy_is_listed_while_it_is_open_and_leaves_by_itself()
    {
        var own = new ApiSite();
        await own.InitializeAsync();
        await using var site = own.Site;

        var open = await own.ReadAsync("/api/v1/jobs");
        site.Clock.Pass(TimeSpan.FromHours(4));
        var closed = await own.ReadAsync("/api/v1/jobs");
        site.Clock.Pass(TimeSpan.FromDays(30));
        var later = await own.SlugsAsync("/api/v1/jobs");

        Assert.Equal("open-post", (string)open["items"]!.AsArray().Single()!["slug"]!);
        Assert.Equal("2026-05-04T13:00:00+01:00", (string)open["items"]![0]!["closesAt"]!);
        Assert.Equal("""{"words":"£24,404 - £25,183","minimum":24404,"maximum":25183,"currency":"GBP","period":"year","hourlyMinimum":12.65,"hourlyMaximum":null,"grade":"Grade 3","awardPending":true,"proRata":false}""", open["items"]![0]!["pay"]!.ToJsonString(Plain));
        Assert.Equal(0, (int)closed["total"]!);
        Assert.Equal(["later-post"], later);
    }

    [Fact]
    public async Task A_picture_comes_with_absolute_addresses_and_its_size()
    {
        var picture = await api.ReadAsync($"/api/v1/media/{ApiSite.PictureId}");

        Assert.Equal("http://localhost:5080/media/aaaaaaaaaaaaaaaa/pier-800.jpg", (string)picture["address"]!);
        Assert.Equal((1600, 900), ((int)picture["width"]!, (int)picture["height"]!));
        Assert.Equal("http://localhost:5080/media/aaaaaaaaaaaaaaaa/pier-400.webp 400w, http://localhost:5080/media/aaaaaaaaaaaaaaaa/pier-800.webp 800w", (string)picture["sets"]![0]!["srcset"]!);
    }

    [Fact]
    public async Task Every_block_type_is_described_with_its_schema()
    {
        var types = (await api.ReadAsync("/api/v1/blocks?size=100"))["items"]!.AsArray();
        var statement = types.Single(t => (string)t!["type"]! == "statement")!;

        Assert.Superset(new HashSet<string> { "callout", "embed", "image", "improvements", "key-facts", "prose", "pull-quote", "quote", "ratings", "related", "source", "statement" }, types.Select(t => (string)t!["type"]!).ToHashSet());
        Assert.Equal("Words", (string)statement["fields"]!.AsArray().Single(f => (string)f!["name"]! == "words")!["label"]!);
        Assert.Equal("statement", (string)statement["schema"]!["properties"]!["type"]!["const"]!);
        Assert.All(types, t => Assert.IsType<JsonObject>(t!["schema"]));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
