using System.Net;

namespace NewsSite.Tests.Api;

public sealed class ConditionalReadTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles?topic=coast&kind=news")]
    [InlineData("/api/v1/articles/pier")]
    [InlineData("/api/v1/articles/pier?as=html")]
    [InlineData("/api/v1/topics")]
    [InlineData("/api/v1/authors")]
    [InlineData("/api/v1/people")]
    [InlineData("/api/v1/people/morwenna-sands/statements")]
    [InlineData("/api/v1/jobs")]
    [InlineData("/api/v1/media/" + ApiSite.PictureId)]
    [InlineData("/api/v1/blocks")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/docs")]
    public async Task An_unchanged_answer_costs_no_body_and_HEAD_tells_the_same_headers(string path)
    {
        using var head = await api.Reader.SendAsync(new(HttpMethod.Head, path));
        using var first = await api.Reader.GetAsync(path);
        using var known = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var second = await api.Reader.SendAsync(known);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        if (path.StartsWith("/api/v1", StringComparison.Ordinal)) Assert.Equal("*", second.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }
}
