using NewsSite.Web.Hosting;

namespace NewsSite.Web.Jobs;

internal sealed class JobsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListVacancies();
}
