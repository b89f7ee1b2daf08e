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
        services.AddScoped<AuditReader>();
        services.AddScoped<AuditSearch>();
        services.AddSingleton<AuditTimes>();
        services.AddSingleton(new NewsroomLink(80, "Record", "/newsroom/audit", Permission.SeeAuditTrail));
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapExportAudit();
}
