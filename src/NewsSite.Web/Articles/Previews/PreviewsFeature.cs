using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Previews;

internal sealed class PreviewsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PreviewLinks>();
        services.AddScoped<VisitorNotes>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapNewsroom("/articles", Permission.SeeAllStories).MapListPreviewLinks();
        routes.MapNewsroom("/articles", Permission.MakePreviewLinks).MapKeepPreviewLinks();
        routes.MapPreviewPictures();
    }
}
