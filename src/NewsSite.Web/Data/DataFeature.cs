using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
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
        services.AddSingleton<LastRows>();
        services.AddPooledDbContextFactory<NewsDb>((provider, builder) =>
        {
            provider.GetRequiredService<DataPlace>().Configure(builder);
            builder.AddInterceptors(provider.GetRequiredService<LastRows>());
        });
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("NewsSite");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(o =>
            o.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IDbContextFactory<NewsDb>>())));
        // It would warn at the first start that the keys are not encrypted: whoever reads the database has what they protect anyway.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: ["ready"]);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
    }
}
