using NewsSite.Web.Hosting;

namespace NewsSite.Web.People;

internal sealed class PeopleFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListPeople();
}
