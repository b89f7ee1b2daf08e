using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Redirects;

internal sealed class RedirectsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<RedirectBook>();
        services.AddScoped<RedirectFile>();
        services.AddScoped<IMovedPages>(provider => provider.GetRequiredService<RedirectBook>());
        services.AddRecords<RedirectRecords>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
