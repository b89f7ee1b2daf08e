using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Sources;

internal sealed class SourcesFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<IRegister, SourceFile>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
