using NewsSite.Web.Hosting;

namespace NewsSite.Web.Newsroom;

internal sealed class NewsroomFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<NewsroomAssets>();
        services.AddSingleton<AssetFiles>(provider => provider.GetRequiredService<NewsroomAssets>());
        services.AddScoped<NewsroomFrames>();
        services.AddAuthentication();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = Doors.AntiforgeryHeader;
            o.Cookie.Name = "newsroom-antiforgery";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
