using NewsSite.Web.Hosting;

namespace NewsSite.Web.Background;

internal sealed class BackgroundFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
