using NewsSite.Web.Hosting;

namespace NewsSite.Web.Articles.History;

internal sealed class HistoryFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<RevisionRestore>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
