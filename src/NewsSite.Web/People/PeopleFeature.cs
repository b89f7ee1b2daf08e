using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.People;

internal sealed class PeopleFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRegister, OrganisationFile>();
        services.AddSingleton<IRegister, PersonFile>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListPeople();
}
