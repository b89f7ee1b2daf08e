using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Tests.Api;

public sealed class ApiProblemTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("articles?page=abc", "page", "1 to 2147483647")]
    [InlineData("articles?page=0", "page", "1 to")]
    [InlineData("articles?page=-1", "page", "1 to")]
    [InlineData("articles?page=99999999999999999999", "page", "1 to")]
    [InlineData("articles?page=", "page", "empty")]
    [InlineData("articles?page=1&page=2", "page", "once")]
    [InlineData("articles?size=0", "size", "1 to 100")]
    [InlineData("articles?size=101", "size", "1 to 100")]
    [InlineData("articles?from=2022-13-40", "from", "yyyy-MM-dd")]
    [InlineData("articles?to=tomorrow", "to", "yyyy-MM-dd")]
    [InlineData("articles?to=9999-12-31", "to", "2199-12-31")]
    [InlineData("articles?from=0001-01-01", "from", "1900-01-01")]
    [InlineData("articles?from=2026-05-02&to=2026-05-01", "from", "after")]
    [InlineData("articles?kind=nope", "kind", "news, analysis, opinion, feature, sponsored")]
    [InlineData("articles?topic=No+slug", "topic", "a–z")]
    [InlineData("articles?topic=a%00b", "topic", "a–z")]
    [InlineData("articles?author=%FF%FE", "author", "a–z")]
    [InlineData("articles?person=%ED%A0%80", "person", "a–z")]
    [InlineData("articles/pier?as=pdf", "as", "html, markdown")]
    [InlineData("articles/pier?as=HTML", "as", "html, markdown")]
    [InlineData("topics?size=x", "size", "1 to 100")]
    [InlineData("authors?size=x", "size", "1 to 100")]
    [InlineData("people?size=x", "size", "1 to 100")]
    [InlineData("people/morwenna-sands/statements?page=x", "page", "1 to")]
    [InlineData("jobs?page=x", "page", "1 to")]
    [InlineData("blocks?page=x", "page", "1 to")]
    public async Task A_malformed_parameter_is_named_with_what_was_expected(string path, string name, string expected)
    {
        using var answer = await api.Reader.GetAsync("/api/v1/" + path);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(expected, (string)problem["errors"]!.AsObject().Single(e => e.Key == name).Value![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_long_ones_in_short()
    {
        using var answer = await api.Reader.GetAsync($"/api/v1/articles?size=0&topic={new string('a', 3000)}");

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(["size", "topic"], problem["errors"]!.AsObject().Select(e => e.Key));
        Assert.True(problem.ToJsonString().Length < 1500);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/articles")]
    [InlineData("/API/V1/nothing")]
    [InlineData("/api/v1/articles/pier/more")]
    [InlineData("/api/v1/people/nobody/statements")]
    [InlineData("/api/v1/people/%00/statements")]
    [InlineData("/api/v1/people/No%20one/statements")]
    [InlineData("/api/v1/media/pier.jpg")]
    [InlineData("/api/v1/media/00000000-0000-0000-0000-000000000000")]
    [InlineData("/openapi/v2.json")]
    public async Task What_is_not_there_is_a_problem_and_no_page(string path)
    {
        using var answer = await api.Reader.GetAsync(path);

        if (answer.StatusCode == HttpStatusCode.BadRequest && path.Contains("%00", StringComparison.Ordinal)) return; // the server itself refuses it
        await ProblemAsync(answer, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_is_refused_with_those_that_are_answered(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/api/v1/topics");
        using var answer = await api.Reader.SendAsync(request);

        await ProblemAsync(answer, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Scripts_of_any_site_may_read_and_ask_whether_they_may()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/articles") { Headers = { { "Origin", "https://elsewhere.example" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "if-none-match" } } };
        using var allowed = await api.Reader.SendAsync(preflight);
        using var plain = await api.Reader.SendAsync(new(HttpMethod.Options, "/api/v1/topics"));
        using var read = await api.Reader.GetAsync("/api/v1/articles");
        using var again = await api.Reader.GetAsync("/api/v1/articles");
        using var missing = await api.Reader.GetAsync("/api/v1/nothing");

        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("GET, HEAD, OPTIONS", string.Join(", ", allowed.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Contains("If-None-Match", string.Join(", ", allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, plain.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], plain.Content.Headers.Allow);
        foreach (var answer in new[] { allowed, read, again, missing })
        {
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
        Assert.Contains("Link", string.Join(", ", read.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_says_nothing_of_the_inside()
    {
        await using var site = await TestSite.StartAsync("--Logging:LogLevel:Default=None");
        await site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"People\""));

        using var answer = await site.Reader.GetAsync("/api/v1/people");

        var problem = await ProblemAsync(answer, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("People", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/api/v1/articles?topic=", 400)]
    [InlineData("/api/v1/articles/", 400)]
    [InlineData("/api/v1/articles?topic=%", 400)]
    [InlineData("/api/v1/articles/\xFF\xFE", 400)]
    [InlineData("/api/v1/articles?topic=\xFF\xFE", 400)]
    public async Task Whatever_is_sent_is_answered_by_a_refusal_and_never_by_a_failure(string target, int atLeast)
    {
        var long10 = target.EndsWith('=') || target.EndsWith('/') ? target + new string('a', 20_000) : target;

        var status = await RawAsync(long10);

        Assert.InRange(status, atLeast, 499);
    }

    private async Task<int> RawAsync(string target)
    {
        using var client = new TcpClient();
        var address = new Uri(api.Site.Address);
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((int)expected, (int)problem["status"]!);
        Assert.All(new[] { "type", "title", "detail" }, name => Assert.NotEmpty((string)problem[name]!));
        return problem;
    }
}
