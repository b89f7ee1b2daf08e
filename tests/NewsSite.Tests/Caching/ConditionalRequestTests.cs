using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsSite.Tests.Caching;

public sealed class ConditionalRequestTests
{
    [Theory]
    [InlineData("true", "{0}")]
    [InlineData("true", "W/{0}")]
    [InlineData("true", "\"other\", {0} , \"third\"")]
    [InlineData("true", "*")]
    [InlineData("false", "{0}")]
    [InlineData("false", "\"other\",W/{0}")]
    public async Task A_reader_who_has_the_page_is_told_so_without_a_body(string enabled, string pattern)
    {
        var (site, _) = await CachedSite.WithPierAsync(
            http => http.Response.Headers.ETag = "\"revision-7\"", enabled, CachedSite.LongText);
        await using var __ = site;
        var first = await site.AskAsync(accept: "br");
        var known = pattern.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal);

        var second = await site.AskAsync(accept: "br", known: known);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Empty(second.Content.Headers.ContentEncoding);
        Assert.Null(second.Content.Headers.ContentType);
    }

    [Fact]
    public async Task The_tag_of_another_coding_or_of_an_older_page_gets_the_page()
    {
        var (site, _) = await CachedSite.WithPierAsync(text: CachedSite.LongText);
        await using var __ = site;
        var brotli = (await site.AskAsync(accept: "br")).Headers.ETag!.Tag;

        var otherCoding = await site.AskAsync(accept: "gzip", known: brotli);
        await site.Cache.EvictAsync(["article:pier"]);
        var newer = await site.AskAsync(accept: "br", known: brotli);

        Assert.Equal(HttpStatusCode.OK, otherCoding.StatusCode);
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
        Assert.NotEqual(brotli, newer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_first_request_that_knows_the_page_leaves_it_whole_for_the_next_reader()
    {
        var (site, renders) = await CachedSite.WithPierAsync(http => http.Response.Headers.ETag = "\"revision-7\"");
        await using var _ = site;

        var first = await site.AskAsync(known: "\"revision-7\"");
        var second = await site.AskAsync();

        Assert.Equal(HttpStatusCode.NotModified, first.StatusCode);
        Assert.Equal("Rendering 1", await second.Content.ReadAsStringAsync());
        Assert.Equal("text/html", second.Content.Headers.ContentType!.MediaType);
        Assert.Equal(1, renders.Count);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task HEAD_has_the_headers_of_GET_and_no_body(string enabled)
    {
        var (site, _) = await CachedSite.WithPierAsync(http => http.Response.Headers.ETag = "\"revision-7\"", enabled);
        await using var __ = site;

        var head = await site.AskAsync(accept: "gzip", method: HttpMethod.Head); // nobody has asked for the page yet
        var get = await site.AskAsync(accept: "gzip");
        var headOfKept = await site.AskAsync(accept: "gzip", method: HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(Headers(get), Headers(head));
        Assert.Equal(Headers(get), Headers(headOfKept));
        Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order()];
}
