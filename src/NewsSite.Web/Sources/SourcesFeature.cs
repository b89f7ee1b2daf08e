using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Sources;

internal sealed class SourcesFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddRegister<SourceFile, SourceRecords>();
        services.AddSingleton<SourceList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<SourceList>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapNewsroom("/sources", Permission.UseNewsroom).MapFindSources();
        routes.MapNewsroom("/sources", Permission.KeepRegisters).MapAddSource();
    }
}
