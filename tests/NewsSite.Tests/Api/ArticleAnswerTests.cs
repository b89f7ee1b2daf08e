using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Web.Redirects;

namespace NewsSite.Tests.Api;

public sealed class ArticleAnswerTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task An_article_comes_with_typed_blocks_and_the_records_that_they_name()
    {
        var pier = await api.ReadAsync("/api/v1/articles/pier");

        Assert.Equal("Storm takes the pier", (string)pier["headline"]!);
        Assert.Equal("The night the pier went", (string)pier["social"]!["headline"]!);
        Assert.Equal(["prose", "statement", "image", "related"], pier["blocks"]!.AsArray().Select(b => (string)b!["type"]!));
        Assert.Equal(["“We will rebuild it.”", "“Soon.”"], pier["blocks"]![1]!["words"]!.AsArray().Select(w => (string)w!));
        Assert.Equal("Survey of the pier", (string)pier["sources"]![0]!["title"]!);
        Assert.Equal("2021", (string)pier["sources"]![0]!["published"]!);
        Assert.Equal(ApiSite.PictureId, (string)pier["media"]![0]!["id"]!);
        Assert.Equal("http://localhost:5080/news/budget", (string)pier["related"]![0]!["address"]!);
        Assert.Null(pier["body"]);
    }

    [Fact]
    public async Task Nothing_of_drafts_and_unknown_blocks_leaks()
    {
        foreach (var form in new[] { "", "?as=html", "?as=markdown" })
        {
            var answer = await api.Reader.GetStringAsync("/api/v1/articles/pier" + form);

            Assert.DoesNotContain("secret", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("weather", answer, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain("secret", await api.Reader.GetStringAsync("/api/v1/people"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task As_html_adds_the_body_as_readers_see_it_with_absolute_addresses()
    {
        var body = (await api.ReadAsync("/api/v1/articles/pier?as=html"))["body"]!;

        var html = (string)body["text"]!;
        Assert.Equal("html", (string)body["format"]!);
        Assert.Contains("<a href=\"http://localhost:5080/news/budget\">budget</a> is <strong>gone</strong>", html, StringComparison.Ordinal);
        Assert.Contains("“We will rebuild it.”", html, StringComparison.Ordinal);
        Assert.Contains("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain(", /", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_markdown_adds_the_body_as_content_files_have_it()
    {
        var body = (await api.ReadAsync("/api/v1/articles/pier?as=markdown"))["body"]!;

        Assert.Equal("markdown", (string)body["format"]!);
        Assert.Contains("The [budget](/news/budget) is **gone**.", (string)body["text"]!, StringComparison.Ordinal);
        Assert.Contains("::: statement {#s1 person=\"morwenna-sands\"", (string)body["text"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdrawn", HttpStatusCode.Gone)]
    [InlineData("secret-draft", HttpStatusCode.NotFound)]
    [InlineData("nothing", HttpStatusCode.NotFound)]
    [InlineData("No%20slug", HttpStatusCode.NotFound)]
    [InlineData("%FF", HttpStatusCode.NotFound)]
    public async Task What_readers_cannot_see_is_told_as_a_problem(string slug, HttpStatusCode expected)
    {
        using var answer = await api.Reader.GetAsync("/api/v1/articles/" + slug);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)expected, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]!);
    }

    [Fact]
    public async Task A_moved_article_is_sent_on_within_the_api()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "new-name" });
        await site.DoAsync(services => services.GetRequiredService<RedirectBook>().AddAsync("/news/old-name", "/news/new-name", CancellationToken.None));

        using var answer = await site.Reader.GetAsync("/api/v1/articles/old-name?as=html");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("http://localhost:5080/api/v1/articles/new-name?as=html", answer.Headers.Location!.ToString());
    }
}
