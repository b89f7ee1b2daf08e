using NewsSite.Web.Hosting;

namespace NewsSite.Web.Redirects;

internal sealed class RedirectsFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<RedirectBook>().AddScoped<RedirectFile>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
