using NewsSite.Web.Hosting;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Reading;

internal sealed class ReadingFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SectionBands>();
        services.AddScoped<ArchiveReader>();
        services.AddSingleton(new PageLink(PageLinkPlace.Masthead, 10, new("News", "/news")));
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 20, new("Archive", "/archive")));
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 70, new("API", "/api/docs")));
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 80, new("Accessibility", "/accessibility")));
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 90, new("Privacy", "/privacy")));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
