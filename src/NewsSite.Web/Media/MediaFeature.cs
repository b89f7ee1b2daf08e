using NewsSite.Web.Hosting;

namespace NewsSite.Web.Media;

internal sealed class MediaFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<Pictures>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapReadMedia();
}
