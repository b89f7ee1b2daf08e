using Microsoft.Extensions.Options;

namespace NewsSite.Tests.Caching;

public sealed class PageCacheOptionsTests
{
    [Fact]
    public async Task A_senseless_size_stops_the_start() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => CachedSite.WithAsync(_ => { }, megaBytes: "0"));

    [Fact]
    public async Task Without_keeping_pages_each_request_renders_anew()
    {
        var (site, renders) = await CachedSite.WithPierAsync(enabled: "false");
        await using var _ = site;

        await site.ReadAsync();
        await site.ReadAsync();

        Assert.Equal(2, renders.Count);
        Assert.Equal(0, site.Store.Bytes);
    }
}
