using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Jobs.Importing;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Jobs;

internal sealed class JobsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<VacancyList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<VacancyList>());
        services.AddSingleton<OpenVacancies>();
        services.AddRegister<VacancyFile, VacancyRecords>();
        services.AddScoped<VacancyImport>();
        services.AddSingleton(new RegisterActLink("vacancies", "Import from a file", "/newsroom/import-vacancies", Permission.KeepRegisters));
        services.AddScoped<ISlotFiller, VacancySlots>();
        services.AddSingleton(new PageLink(PageLinkPlace.Masthead, 20, new("Jobs", "/jobs")));
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 30, new("Jobs", "/jobs")));
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListVacancies();
}
