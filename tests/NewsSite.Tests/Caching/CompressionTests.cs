using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("true", "br")]
    [InlineData("true", "gzip")]
    [InlineData("true", "identity")]
    [InlineData("false", "br")]
    [InlineData("false", "gzip")]
    [InlineData("false", "identity")]
    public async Task A_page_says_the_same_in_every_coding(string enabled, string coding)
    {
        var (site, _) = await CachedSite.WithPierAsync(text: CachedSite.LongText, enabled: enabled);
        await using var __ = site;

        var fresh = await site.AskAsync(accept: coding);
        var again = await site.AskAsync(accept: coding);

        Assert.Equal($"Rendering 1{CachedSite.LongText}", await TextAsync(fresh));
        Assert.EndsWith(CachedSite.LongText, await TextAsync(again), StringComparison.Ordinal);
        Assert.Equal(coding == "identity" ? [] : [coding], again.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], again.Headers.Vary);
        Assert.Equal("text/html; charset=utf-8", again.Content.Headers.ContentType!.ToString());
        Assert.Equal((await again.Content.ReadAsByteArrayAsync()).Length, again.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Every_coding_has_a_strong_entity_tag_of_its_own_that_stays()
    {
        var (site, _) = await CachedSite.WithPierAsync(text: CachedSite.LongText);
        await using var __ = site;

        var tags = new List<string>();
        foreach (var coding in (string[])["br", "gzip", "identity", "br", "gzip", "identity"])
        {
            var tag = (await site.AskAsync(accept: coding)).Headers.ETag!;
            Assert.False(tag.IsWeak);
            tags.Add(tag.Tag);
        }

        Assert.Equal(3, tags.Distinct().Count());
        Assert.Equal(tags[..3], tags[3..]);
    }

    [Fact]
    public async Task The_same_bytes_have_the_same_tag_and_other_bytes_another()
    {
        var text = "calm";
        await using var site = await CachedSite.WithAsync(
            app => app.MapGet("/pier", () => Results.Content(text, "text/html")), enabled: "false");

        var first = await site.AskAsync();
        var same = await site.AskAsync();
        text = "storm";
        var other = await site.AskAsync();

        Assert.Equal(first.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task JSON_is_a_page_too()
    {
        var renders = new Counter();
        await using var site = await CachedSite.WithAsync(app => app.MapGet(
            "/api/v1/articles", () => TypedResults.Ok(new { Count = renders.Next(), Text = CachedSite.LongText })));

        var first = await site.AskAsync("/api/v1/articles", accept: "br");
        var second = await site.AskAsync("/api/v1/articles");

        Assert.Equal(["br"], first.Content.Headers.ContentEncoding);
        Assert.Contains("\"count\":1,", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/json", second.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_page_with_a_tag_of_its_own_keeps_it_but_for_the_coding()
    {
        var (site, _) = await CachedSite.WithPierAsync(http => http.Response.Headers.ETag = "\"revision-7\"");
        await using var __ = site;

        var plain = await site.AskAsync();
        var brotli = await site.AskAsync(accept: "br");

        Assert.Equal("\"revision-7\"", plain.Headers.ETag!.Tag);
        Assert.Equal("\"revision-7-br\"", brotli.Headers.ETag!.Tag);
        Assert.Equal("\"revision-7\"", EntityTags.WithoutCoding(brotli.Headers.ETag.Tag));
    }

    [Fact]
    public async Task Kept_pages_are_compressed_harder_than_passing_ones()
    {
        var (kept, _) = await CachedSite.WithPierAsync(text: CachedSite.LongText);
        await using var __ = kept;

        var answer = await kept.AskAsync(accept: "br");

        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, CachedSite.LongText.Length / 20);
    }

    [Fact]
    public async Task Readers_caches_are_told_to_ask_each_time_unless_the_page_says_otherwise()
    {
        var (usual, _) = await CachedSite.WithPierAsync();
        var (special, _) = await CachedSite.WithPierAsync(http => http.Response.Headers.CacheControl = "public, max-age=60");
        await using var __ = usual;
        await using var ___ = special;

        await special.AskAsync();

        Assert.Equal(["public, max-age=0, must-revalidate"], Directives(await usual.AskAsync()));
        Assert.Equal(["public, max-age=60"], Directives(await special.AskAsync()));
        Assert.Equal(HttpStatusCode.OK, (await special.AskAsync()).StatusCode);
    }

    private static string[] Directives(HttpResponseMessage answer) =>
        [.. answer.Headers.NonValidated["Cache-Control"].Select(value => value)];

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        body.Position = 0;
        Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress, leaveOpen: true),
            "gzip" => new GZipStream(body, CompressionMode.Decompress, leaveOpen: true),
            _ => body,
        };
        using var reader = new StreamReader(plain, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }
}
