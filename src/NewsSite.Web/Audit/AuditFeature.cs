using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Audit;

internal sealed class AuditFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IActs, Acts>();
        services.AddSingleton<ILastRows, Seal>();
        services.AddSingleton<IDoctorCheck, AuditDoctor>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
