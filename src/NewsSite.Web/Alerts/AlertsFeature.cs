using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Alerts;

internal sealed class AlertsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AlertList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<AlertList>());
        services.AddSingleton<AlertRecords>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<AlertRecords>());
        services.AddSingleton<AlertAssets>();
        services.AddSingleton<AssetFiles>(provider => provider.GetRequiredService<AlertAssets>());
        services.AddSingleton<IPageTop, AlertsOnTop>();
        services.AddSingleton(new NewsroomLink(35, "Alerts", "/newsroom/alerts", Permission.SetAlerts));
        services.AddSingleton(new SubjectPage("alerts", "/newsroom/alerts/{0}", Permission.SetAlerts));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
