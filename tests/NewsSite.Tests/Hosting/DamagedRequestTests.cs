namespace NewsSite.Tests.Hosting;

/// <summary>Whatever arrives, the fault is told to whoever sent it and is never taken for one of ours.</summary>
public sealed class DamagedRequestTests
{
    private static readonly string[] Pages =
    [
        "/", "/news", "/news/storm-takes-the-pier", "/topics/coast", "/authors/ada-quill", "/people/una-pike", "/archive/2026/05", "/corrections", "/jobs", "/jobs/clerk",
        "/media/0123456789abcdef/pier.png", "/assets/site.css", "/api/v1/articles", "/api/v1/articles/storm-takes-the-pier", "/api/v1/topics", "/feed.xml", "/sitemap.xml",
    ];

    private static readonly string[] Endings =
    [
        "%", "%zz", "%00", "%0a", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/../../../etc/passwd", "/%c0%af", "/%ff%fe", "/%ed%a0%80", "//", "/.", "\\..\\x", "?page=%ff", "?page=-1", "?page=0", "?page=00000000000001x",
        "?page=2147483648", "?page=99999999999999999999", "?page=1e9", "?page=%F0%9F%98%80", "?page[]=1", "?page=1&page=2", "?=&=&&", "?%", "?size=-1", "?size=2147483648", "?from=0000-00-00", "?to=9999-99-99",
        "?from=9999-12-31&to=0001-01-01", "?topic=%00", "?kind=%00", "?author=%27%3B--", "?as=%ff",
    ];

    [Fact]
    public async Task A_damaged_address_is_never_answered_with_a_fault_of_ours()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());

        var faults = new List<string>();
        foreach (var page in Pages)
            foreach (var ending in Endings)
                if (await RawRequest.SendAsync(site.Address, $"GET {page}{ending} HTTP/1.1") is not (>= 200 and < 500) and var status) faults.Add($"{page}{ending}: {status}");

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("GET /news?page=0")]
    [InlineData("GET /news?page=-1")]
    [InlineData("GET /news?page=2147483648")]
    [InlineData("GET /news?page=9999999")]
    [InlineData("GET /news?page=one")]
    [InlineData("GET /news?page=%ff")]
    [InlineData("GET /topics/coast?page=99999999999999999999")]
    [InlineData("GET /api/v1/articles?page=99999999999999999999")]
    [InlineData("GET /archive/0000/00")]
    [InlineData("GET /archive/9999/12")]
    [InlineData("GET /archive/2026/13")]
    [InlineData("GET /news/%00")]
    [InlineData("GET /news/%zz")]
    [InlineData("GET /news/%c0%af")]
    [InlineData("GET /news/\u00e9\u00ff")]
    [InlineData("GET /../../etc/passwd")]
    [InlineData("GET news")]
    [InlineData("GET  /")]
    [InlineData("G\u00c9T /")]
    [InlineData("GET /\0")]
    [InlineData("DELETE /news")]
    [InlineData("PUT /")]
    [InlineData("BREW /news/storm-takes-the-pier")]
    [InlineData("TRACE /")]
    [InlineData("CONNECT example.org:443")]
    [InlineData("OPTIONS *")]
    [InlineData("POST /")]
    [InlineData("POST /news")]
    [InlineData("PATCH /api/v1/articles")]
    public async Task A_request_that_means_nothing_is_answered_as_the_senders_mistake(string line)
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory());

        var status = await RawRequest.SendAsync(site.Address, $"{line} HTTP/1.1\r\nContent-Length: 0");

        Assert.InRange(status ?? 0, 400, 499);
    }

    [Fact]
    public async Task Requests_of_absurd_size_are_refused()
    {
        await using var site = await TestSite.StartAsync();
        var long10 = new string('a', 10 * 1_048_576);
        var many = string.Concat(Enumerable.Range(0, 500).Select(n => $"\r\nX-{n}: {n}"));

        int?[] statuses =
        [
            await RawRequest.SendAsync(site.Address, $"GET /news?q={long10} HTTP/1.1"),
            await RawRequest.SendAsync(site.Address, $"GET /news/{long10[..20_000]} HTTP/1.1"),
            await RawRequest.SendAsync(site.Address, $"GET / HTTP/1.1\r\nX-Long: {long10}"),
            await RawRequest.SendAsync(site.Address, $"GET / HTTP/1.1{many}"),
            await RawRequest.SendAsync(site.Address, $"GET / HTTP/1.1\r\nCookie: {long10[..200_000]}"),
            await RawRequest.SendAsync(site.Address, "GET / HTTP/1.1\r\nno colon here"),
            await RawRequest.SendAsync(site.Address, "GET / HTTP/1.1\r\nContent-Length: minus one"),
            await RawRequest.SendAsync(site.Address, "GET / HTTP/9.9"),
        ];

        // 505 tells the sender that HTTP/9.9 is not spoken here: their mistake, although its number begins with 5.
        Assert.All(statuses, status => Assert.True(status is >= 400 and < 500 or 505, $"{status}"));
        using var after = await site.Reader.GetAsync("/");
        Assert.Equal(System.Net.HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Odd_headers_change_nothing()
    {
        await using var site = await TestSite.StartAsync();
        string[] headers =
        [
            "Accept-Encoding: \u00ff, ;;q=, br;q=9, *;q=-1", "If-None-Match: \"", "If-None-Match: W/, *, \"\u00ff\"", "If-Modified-Since: yesterday", "Range: bytes=9-1", "Range: bytes=-", "Accept: */*;q=nan",
            "Accept-Language: \u00ff", "Cookie: ;=;\u00ff", "Authorization: Bearer \u00ff", "Origin: null", "Content-Type: \u00ff/\u00ff", "X-Forwarded-For: \u00ff", "Expect: miracles", "Traceparent: 00-zz",
        ];

        foreach (var header in headers)
            foreach (var page in new[] { "/", "/feed.xml", "/api/v1/articles", "/news/none" })
            {
                var status = await RawRequest.SendAsync(site.Address, $"GET {page} HTTP/1.1\r\n{header}");
                Assert.True(status is >= 200 and < 500, $"{page} with {header}: {status}");
            }
    }
}
