using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.People;

internal sealed class PeopleFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddRegister<OrganisationFile, OrganisationRecords>();
        services.AddRegister<PersonFile, PersonRecords>();
        services.AddSingleton<IRecordUses, PeopleUsingOrganisations>();
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
