using NewsSite.Web.Background;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Schedule;

internal sealed class ScheduleFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<DueActs>();
        services.AddSingleton<Timekeeper>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<Timekeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<Timekeeper>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
