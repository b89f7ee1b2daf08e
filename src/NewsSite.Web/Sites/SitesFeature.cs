using Microsoft.Extensions.Options;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Sites;

internal sealed class SitesFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptions.Validation>();
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateOnStart();
        services.AddSingleton<Site>();
        services.AddSingleton<IDoctorCheck, ClockDoctor>();
        services.AddSingleton<PageFrames>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapNewsroom("/times", Permission.WriteStories).MapReadTime();
}
