using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

/// <summary>A site of nothing but the page cache and the pages that a test gives it.</summary>
internal sealed class CachedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CachedSite(WebApplication app)
    {
        _app = app;
        Reader = app.GetTestClient();
    }

    public static string LongText { get; } = string.Concat(Enumerable.Repeat("<p>The pier was closed at noon.</p>", 200));

    public HttpClient Reader { get; }

    public NewsroomClock Clock { get; private init; } = null!;

    public IPageCache Cache => _app.Services.GetRequiredService<IPageCache>();

    public PageStore Store => _app.Services.GetRequiredService<PageStore>();

    public static async Task<CachedSite> WithAsync(
        Action<WebApplication> pages, string enabled = "true", string megaBytes = "64",
        Action<WebApplication>? outside = null)
    {
        var clock = new NewsroomClock();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            [new("Cache:Enabled", enabled), new("Cache:MegaBytes", megaBytes)]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddPageCache(options => options.QueryKeys.UnionWith(["page", "as"]));
        var app = builder.Build();
        outside?.Invoke(app);
        app.UsePageCache();
        app.UseRouting();
        pages(app);
        await app.StartAsync();
        return new CachedSite(app) { Clock = clock };
    }

    /// <summary>One page at <c>/pier</c> that says how often it was rendered; its count comes back.</summary>
    public static async Task<(CachedSite Site, Counter Renders)> WithPierAsync(
        Action<HttpContext>? before = null, string enabled = "true", string text = "")
    {
        var renders = new Counter();
        var site = await WithAsync(
            app => app.MapGet("/pier", (HttpContext http) =>
            {
                http.PageTags().Add("article:pier", "home");
                before?.Invoke(http);
                return Results.Content($"Rendering {renders.Next()}{text}", "text/html; charset=utf-8");
            }),
            enabled);
        return (site, renders);
    }

    public async Task<HttpResponseMessage> AskAsync(
        string path = "/pier", string? accept = null, string? known = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await Reader.SendAsync(request);
    }

    public Task<string> ReadAsync(string path = "/pier") => Reader.GetStringAsync(path);

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await _app.DisposeAsync();
    }
}
