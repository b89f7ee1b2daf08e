using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Data;

internal sealed class DataFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration("Data").ValidateOnStart();
        services.AddSingleton<DataPlace>();
        services.AddSingleton<Upgrade>();
        services.AddSingleton<IDoctorCheck, DirectoryDoctor>();
        services.AddSingleton<IDoctorCheck, DatabaseDoctor>();
        services.AddPooledDbContextFactory<NewsDb>((provider, builder) => provider.GetRequiredService<DataPlace>().Configure(builder));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext());
        services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: ["ready"]);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
    }
}
