using NewsSite.Web.Hosting;

namespace NewsSite.Web.Editor;

internal sealed class EditorFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<EditorStart>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapFreshAntiforgery();
}
