using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

public sealed class KeptPageTests
{
    [Fact]
    public async Task A_page_is_rendered_once_for_all_its_readers()
    {
        var (site, renders) = await CachedSite.WithPierAsync();
        await using var _ = site;

        await site.ReadAsync();
        var second = await site.ReadAsync();

        Assert.Equal("Rendering 1", second);
        Assert.Equal(1, renders.Count);
    }

    [Theory]
    [InlineData("/pier?utm_source=x")]
    [InlineData("http://other.example/pier")]
    [InlineData("/pier?fbclid=1&utm_medium=mail")]
    public async Task An_address_that_differs_only_in_what_no_page_reads_shares_the_page(string address)
    {
        var (site, renders) = await CachedSite.WithPierAsync();
        await using var _ = site;
        await site.ReadAsync();

        await site.ReadAsync(address);

        Assert.Equal(1, renders.Count);
    }

    [Fact]
    public async Task Query_keys_that_pages_read_tell_pages_apart_in_any_order_and_case()
    {
        var (site, renders) = await CachedSite.WithPierAsync();
        await using var _ = site;

        await site.ReadAsync("/pier?page=2&as=html");
        await site.ReadAsync("/pier?as=html&utm_source=x&Page=2");
        await site.ReadAsync("/pier?page=3&as=html");

        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task A_page_sees_only_the_query_that_its_address_is_kept_under()
    {
        await using var site = await CachedSite.WithAsync(app => app.MapGet(
            "/pier", (HttpContext http) => Results.Content(http.Request.QueryString.Value, "text/html")));

        var text = await site.ReadAsync("/pier?utm_source=%22evil&page=a%26b");

        Assert.Equal("?page=a%26b", text);
    }

    [Fact]
    public async Task A_page_that_sets_a_cookie_is_not_kept()
    {
        var (site, renders) = await CachedSite.WithPierAsync(http => http.Response.Cookies.Append("seen", "1"));
        await using var _ = site;

        var first = await site.AskAsync();
        await site.ReadAsync();

        Assert.True(first.Headers.Contains("Set-Cookie"));
        Assert.True(first.Headers.CacheControl!.Private);
        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task A_cookie_set_as_the_response_starts_counts_too()
    {
        var (site, renders) = await CachedSite.WithPierAsync(http => http.Response.OnStarting(() =>
        {
            http.Response.Headers.SetCookie = "seen=1";
            return Task.CompletedTask;
        }));
        await using var _ = site;

        var first = await site.AskAsync();
        await site.ReadAsync();

        Assert.True(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(2, renders.Count);
    }

    [Theory]
    [InlineData("Cache-Control", "private, max-age=60")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Vary", "Accept-Encoding, Accept-Language")]
    [InlineData("Vary", "*")]
    public async Task A_page_whose_headers_say_it_is_not_for_everyone_is_not_kept(string name, string value)
    {
        var (site, renders) = await CachedSite.WithPierAsync(http => http.Response.Headers[name] = value);
        await using var _ = site;

        await site.ReadAsync();
        await site.ReadAsync();

        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task A_page_that_says_so_is_not_kept()
    {
        var (site, renders) = await CachedSite.WithPierAsync(http => http.PageTags().NotCacheable());
        await using var _ = site;

        await site.ReadAsync();
        await site.ReadAsync();

        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task Headers_of_the_page_are_kept_and_headers_of_the_request_are_not()
    {
        var requests = new Counter();
        await using var site = await CachedSite.WithAsync(
            app => app.MapGet("/pier", (HttpContext http) =>
            {
                http.Response.Headers["X-Page"] = "pier";
                http.Response.OnStarting(() => Task.FromResult(http.Response.Headers["X-Late"] = "pier"));
                return Results.Content("Storm", "text/html");
            }),
            outside: app => app.Use((http, next) =>
            {
                http.Response.Headers["X-Request"] = $"{requests.Next()}";
                return next(http);
            }));
        await site.AskAsync();

        var second = await site.AskAsync();

        Assert.Equal("pier", Assert.Single(second.Headers.GetValues("X-Page")));
        Assert.Equal("pier", Assert.Single(second.Headers.GetValues("X-Late")));
        Assert.Equal("2", Assert.Single(second.Headers.GetValues("X-Request")));
    }

    [Theory]
    [InlineData("/newsroom")]
    [InlineData("/Newsroom/articles")]
    [InlineData("/health/ready")]
    public async Task The_newsroom_and_the_health_page_are_left_alone(string path)
    {
        var renders = new Counter();
        await using var site = await CachedSite.WithAsync(app => app.MapFallback(
            () => Results.Content($"Rendering {renders.Next()}", "text/html")));

        var first = await site.AskAsync(path, accept: "br");
        await site.AskAsync(path);

        Assert.Null(first.Headers.ETag);
        Assert.Equal(2, renders.Count);
    }

    [Theory]
    [InlineData("Authorization", "Bearer abc")]
    [InlineData("Cookie", "a=b; .AspNetCore.Identity.Application=chunks-2; .AspNetCore.Identity.ApplicationC1=x")]
    public async Task Someone_signed_in_neither_gets_nor_leaves_a_kept_page(string name, string value)
    {
        var (site, renders) = await CachedSite.WithPierAsync();
        await using var _ = site;
        await site.ReadAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pier");
        request.Headers.TryAddWithoutValidation(name, value);

        var answer = await site.Reader.SendAsync(request);

        Assert.Equal("Rendering 2", await answer.Content.ReadAsStringAsync());
        Assert.Equal("Rendering 1", await site.ReadAsync());
        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task Only_success_is_kept()
    {
        var renders = new Counter();
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", () =>
            renders.Next() == 1 ? Results.Text("Not yet", "text/html", statusCode: 404) : Results.Content("Storm", "text/html")));

        var first = await site.AskAsync();
        var second = await site.AskAsync();

        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        Assert.Null(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task The_pages_unread_for_longest_make_room_for_new_ones()
    {
        var renders = new Counter();
        await using var site = await CachedSite.WithAsync(
            app => app.MapGet("/{slug}", (string slug) =>
            {
                renders.Next();
                return Results.Content(slug + new string('x', 100_000), "text/html");
            }),
            megaBytes: "1");

        for (var number = 0; number < 30; number++)
        {
            await site.ReadAsync("/favourite");
            await site.ReadAsync($"/passing-{number}");
        }

        Assert.Equal(31, renders.Count);
        Assert.InRange(site.Store.Bytes, 1, 1_048_576);
    }
}
