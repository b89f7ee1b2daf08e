using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Media;
using NewsSite.Web.Blocks.Embed;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Hosting;

/// <summary>The headers that protect readers are on every kind of answer.</summary>
public sealed class SecurityHeaderTests
{
    [Fact]
    public async Task Every_kind_of_answer_carries_them()
    {
        await using var site = await TestSite.StartAsync("--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None");
        await site.PublishAsync(new AStory());
        await site.PublishAsync(new AStory { Slug = "taken-back" });
        await site.WithdrawAsync("taken-back");
        var media = await AddPictureAsync(site);
        using var page = await site.Reader.GetAsync("/news");
        await site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "SpokenWords" """));
        await site.AddAsync([new NewsSite.Web.People.Person { Slug = "una-pike", Name = "Una Pike" }], "people");

        (string Path, HttpStatusCode Status)[] expected =
        [
            ("/", HttpStatusCode.OK), ("/news", HttpStatusCode.OK), ("/news", HttpStatusCode.OK), ("/archive", HttpStatusCode.Redirect), ("/news/none", HttpStatusCode.NotFound), ("/news/taken-back", HttpStatusCode.Gone),
            ("/people/una-pike", HttpStatusCode.InternalServerError), ("/feed.xml", HttpStatusCode.OK), ("/robots.txt", HttpStatusCode.OK), ("/api/v1/articles", HttpStatusCode.OK), ("/api/v1/articles/none", HttpStatusCode.NotFound),
            ("/api/v1/articles?page=x", HttpStatusCode.BadRequest), ("/openapi/v1.json", HttpStatusCode.OK), ("/assets/none.css", HttpStatusCode.NotFound), (media, HttpStatusCode.OK), ("/media/0123456789abcdef/none.png", HttpStatusCode.NotFound),
        ];
        foreach (var (path, status) in expected)
        {
            using var answer = await site.Reader.GetAsync(path);
            Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode}");
            AssertProtected(path, answer);
        }

        using var conditional = new HttpRequestMessage(HttpMethod.Get, "/news");
        conditional.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var unchanged = await site.Reader.SendAsync(conditional);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        AssertProtected("304", unchanged);
        using var head = await site.Reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/news"));
        AssertProtected("HEAD", head);
        using var posted = await site.Reader.PostAsync("/news", null);
        AssertProtected("POST", posted);
    }

    [Fact]
    public async Task The_policy_lets_no_page_run_a_script_or_a_style_that_stands_in_it()
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Reader.GetAsync("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        foreach (var part in new[] { "default-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "form-action 'self'" }) Assert.Contains(part, policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_pages_carries_no_headers_that_only_pages_heed_but_a_drawing_which_can_be_opened_does()
    {
        await using var site = await TestSite.StartAsync();
        var page = await site.Reader.GetStringAsync("/");
        string PathOf(string ending) => System.Text.RegularExpressions.Regex.Match(page, $"/assets/[^\"]+\\.{ending}").Value;

        using var font = await site.Reader.GetAsync(PathOf("woff2"));
        using var style = await site.Reader.GetAsync(PathOf("css"));
        using var drawing = await site.Reader.GetAsync(PathOf("svg"));

        foreach (var part in new[] { font, style })
        {
            Assert.Equal(HttpStatusCode.OK, part.StatusCode);
            Assert.False(part.Headers.Contains("Content-Security-Policy") || part.Headers.Contains("Permissions-Policy"));
            Assert.Equal(["nosniff"], part.Headers.GetValues("X-Content-Type-Options"));
        }
        AssertProtected("a drawing", drawing);
    }

    [Fact]
    public async Task Only_a_story_with_a_player_lets_its_site_in_and_no_other()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "film", Blocks = [new EmbedBlock { Id = "film", Title = "Cabinet", Address = "https://example.com/watch", Player = "https://player.example.com/embed/1?x=2" }] });
        await site.PublishAsync(new AStory { Slug = "plain" });

        foreach (var visit in new[] { "first", "from the cache" })
        {
            using var film = await site.Reader.GetAsync("/news/film");
            using var plain = await site.Reader.GetAsync("/news/plain");

            Assert.EndsWith("; frame-src https://player.example.com", film.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(!plain.Headers.GetValues("Content-Security-Policy").Single().Contains("frame-src", StringComparison.Ordinal), visit);
        }
    }

    private static async Task<string> AddPictureAsync(TestSite site)
    {
        using var png = new MemoryStream(APicture.Png(64, 48));
        var result = await site.DoAsync(services => services.GetRequiredService<MediaStore>().AddAsync(png, "pier.png", null, CancellationToken.None));
        return site.Services.GetRequiredService<Pictures>().Of(result.Item!).Address;
    }

    private static void AssertProtected(string what, HttpResponseMessage answer)
    {
        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy" })
            Assert.True(answer.Headers.TryGetValues(name, out var values) && values.Count() == 1, $"{what} ({(int)answer.StatusCode}) lacks {name}, or has it twice");
        Assert.False(answer.Headers.Contains("Server"), $"{what} names the server");
        Assert.False(answer.Headers.Contains("Set-Cookie"), $"{what} sets a cookie");
    }
}
