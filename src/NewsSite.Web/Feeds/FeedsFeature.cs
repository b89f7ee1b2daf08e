using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds.Sitemaps;
using NewsSite.Web.Hosting;
using NewsSite.Web.Redirects;
using NewsSite.Web.Search;
using NewsSite.Web.Sites;
using NewsSite.Web.Themes;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Feeds;

/// <summary>What programs read instead of pages: feeds of the site and its topics, sitemaps, robots.txt.</summary>
internal sealed class FeedsFeature : IFeature
{
    private const string XmlType = "application/xml; charset=utf-8";

    private static readonly (string File, string ContentType, Func<Feed, byte[]> Write)[] Forms =
    [
        ("feed.xml", "application/rss+xml; charset=utf-8", Rss.Write),
        ("atom.xml", "application/atom+xml; charset=utf-8", Atom.Write),
        ("feed.json", "application/feed+json; charset=utf-8", JsonFeed.Write),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<FeedsOptions>().BindConfiguration("Feeds").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<FeedReader>();
        services.AddScoped<CommentFeedReader>();
        services.AddScoped<VacancyFeedReader>();
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 40, new("RSS feed", "/feed.xml")));
        services.AddScoped<Sitemap>();
        services.AddScoped<NewsSitemap>();
        services.AddScoped<ISitemapSource, FixedPageSitemap>();
        services.AddScoped<ISitemapSource, TopicSitemap>();
        services.AddScoped<ISitemapSource, AuthorSitemap>();
        services.AddScoped<ISitemapSource, PeopleSitemap>();
        services.AddScoped<ISitemapSource, VacancySitemap>();
        services.AddScoped<ISitemapSource, ArticleSitemap>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription();
        foreach (var (file, type, write) in Forms)
        {
            group.MapGet($"/{file}", async (FeedReader feeds, HttpContext http, CancellationToken ct) =>
                TypedResults.Bytes(write(await feeds.OfSiteAsync(http.PageTags(), ct)), type));
            group.MapGet($"/topics/{{slug}}/{file}", async Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> (string slug, FeedReader feeds, RedirectBook redirects, HttpContext http, CancellationToken ct) =>
                await feeds.OfTopicAsync(slug, http.PageTags(), ct) is { } feed ? TypedResults.Bytes(write(feed), type)
                : await redirects.FindAsync($"/topics/{slug}", ct) is { } moved && moved.StartsWith("/topics/", StringComparison.Ordinal) ? TypedResults.Redirect($"{moved}/{file}", permanent: true)
                : TypedResults.NotFound());
            group.MapGet($"/jobs/{file}", async (VacancyFeedReader feeds, HttpContext http, CancellationToken ct) =>
                TypedResults.Bytes(write(await feeds.ReadAsync(http.PageTags(), ct)), type));
            group.MapGet($"{SearchAddress.Feeds}/{file}", async (FeedReader feeds, MergedTopics merged, HttpContext http, CancellationToken ct) =>
                TypedResults.Bytes(write(await feeds.OfSearchAsync(SearchAddress.Read(http.Request.Query, await merged.NamesAsync(ct)), http.PageTags(), ct)), type));
            group.MapGet($"/news/{{slug}}/comments/{file}", async Task<Results<FileContentHttpResult, NotFound>> (string slug, CommentFeedReader feeds, HttpContext http, CancellationToken ct) =>
                await feeds.OfStoryAsync(slug, http.PageTags(), ct) is { } feed ? TypedResults.Bytes(write(feed), type) : TypedResults.NotFound());
        }
        group.MapGet("/sitemap.xml", async (Sitemap sitemap, HttpContext http, CancellationToken ct) =>
            TypedResults.Bytes(await sitemap.IndexAsync(http.PageTags(), ct), XmlType));
        group.MapGet("/sitemaps/{name:regex(^[a-z]+$)}-{part:regex(^[1-9][0-9]{{0,5}}$)}.xml",
            async Task<Results<FileContentHttpResult, NotFound>> (string name, int part, Sitemap sitemap, HttpContext http, CancellationToken ct) =>
                await sitemap.PartAsync(name, part, http.PageTags(), ct) is { } xml ? TypedResults.Bytes(xml, XmlType) : TypedResults.NotFound());
        group.MapGet("/news-sitemap.xml", async (NewsSitemap sitemap, HttpContext http, CancellationToken ct) =>
            TypedResults.Bytes(await sitemap.WriteAsync(http.PageTags(), ct), XmlType));
        group.MapGet("/robots.txt", (Site site) => TypedResults.Text(Robots(site), "text/plain", Encoding.UTF8));
    }

    // The API repeats in JSON what the pages say; its documentation may be found.
    private static string Robots(Site site) =>
        $"""
        User-agent: *
        Disallow: /newsroom
        Disallow: /api/v1/
        Disallow: /go/

        Sitemap: {site.Address("/sitemap.xml")}
        Sitemap: {site.Address("/news-sitemap.xml")}

        """;
}
