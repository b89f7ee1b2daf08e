using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

public sealed class PassingThroughTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_response_too_large_to_hold_is_streamed_whole_and_as_it_is(string enabled)
    {
        var renders = new Counter();
        var part = new byte[1_000_000];
        Array.Fill(part, (byte)'x');
        await using var site = await CachedSite.WithAsync(
            app => app.MapGet("/archive", async (HttpContext http) =>
            {
                renders.Next();
                http.Response.ContentType = "application/json";
                for (var sent = 0; sent < 6; sent++) await http.Response.Body.WriteAsync(part, http.RequestAborted);
            }),
            enabled);

        var first = await site.AskAsync("/archive", accept: "br");
        await site.AskAsync("/archive");

        Assert.Equal(6_000_000, (await first.Content.ReadAsByteArrayAsync()).Count(sent => sent == 'x'));
        Assert.Empty(first.Content.Headers.ContentEncoding);
        Assert.Null(first.Headers.ETag);
        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task Events_reach_the_reader_while_more_are_to_come()
    {
        var mayEnd = new TaskCompletionSource();
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/events", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await http.Response.WriteAsync("data: storm\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await mayEnd.Task;
        }));

        using var first = new StreamReader(await site.Reader.GetStreamAsync("/events"));
        using var second = new StreamReader(await site.Reader.GetStreamAsync("/events"));
        var lines = (await first.ReadLineAsync(), await second.ReadLineAsync());
        mayEnd.SetResult();

        Assert.Equal(("data: storm", "data: storm"), lines);
    }

    [Theory]
    [InlineData("image/png", null)]
    [InlineData("font/woff2", null)]
    [InlineData("text/html", "br")]
    public async Task What_is_no_page_or_encoded_already_is_untouched(string type, string? encoding)
    {
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/file", (HttpContext http) =>
        {
            http.Response.Headers.ETag = "\"file\"";
            if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;
            return Results.Bytes(new byte[] { 1, 2, 3 }, type);
        }));

        var answer = await site.AskAsync("/file", accept: "gzip");

        Assert.Equal("\"file\"", answer.Headers.ETag!.Tag);
        Assert.Equal(encoding is null ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
        Assert.Null(answer.Headers.CacheControl);
    }

    [Fact]
    public async Task A_file_that_is_a_page_is_kept_too()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, CachedSite.LongText);
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/file", () => Results.File(file, "text/plain")));

        await site.AskAsync("/file");
        File.Delete(file);

        Assert.Equal(CachedSite.LongText, await site.ReadAsync("/file"));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_redirect_passes_with_its_headers(string enabled)
    {
        await using var site = await CachedSite.WithAsync(
            app => app.MapGet("/old", (HttpContext http) =>
            {
                http.Response.OnStarting(() => Task.FromResult(http.Response.Headers["X-Late"] = "1"));
                return Results.Redirect("/new", permanent: true);
            }),
            enabled);

        var answer = await site.AskAsync("/old");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/new", answer.Headers.Location!.OriginalString);
        Assert.True(answer.Headers.Contains("X-Late"));
    }

    [Fact]
    public async Task An_error_page_replaces_what_was_rendered_before_the_error()
    {
        await using var site = await CachedSite.WithAsync(app =>
        {
            app.UseExceptionHandler(errors => errors.Run(http =>
            {
                http.Response.ContentType = "text/html";
                return http.Response.WriteAsync("Sorry");
            }));
            app.MapGet("/pier", async (HttpContext http) =>
            {
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("Half a pa");
                throw new InvalidDataException("A block broke.");
            });
        });

        var answer = await site.AskAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Sorry", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task HEAD_of_what_is_no_page_has_no_body()
    {
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/file", () => Results.Bytes(new byte[9], "image/png")));

        var answer = await site.AskAsync("/file", method: HttpMethod.Head);

        Assert.Equal(9, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_form_is_posted_past_the_cache()
    {
        var posts = new Counter();
        await using var site = await CachedSite.WithAsync(app => app.MapPost("/comments", (HttpContext http) =>
        {
            http.PageTags().Add("forgotten");
            return Results.Content($"{posts.Next()}{http.Request.QueryString}", "text/html");
        }));

        await site.Reader.PostAsync("/comments?token=a", null);
        var second = await site.Reader.PostAsync("/comments?token=a", null);

        Assert.Equal("2?token=a", await second.Content.ReadAsStringAsync());
        Assert.Null(second.Headers.ETag);
    }
}
