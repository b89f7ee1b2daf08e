using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.People;

internal sealed class PeopleFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRegister, OrganisationFile>();
        services.AddSingleton<IRegister, PersonFile>();
        services.AddSingleton<PersonList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<PersonList>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapListPeople();
        routes.MapNewsroom("/people", Permission.UseNewsroom).MapFindPeople();
        routes.MapNewsroom("/people", Permission.KeepRegisters).MapAddPerson();
    }
}
