using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Drafts;

internal sealed class DraftsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<KnownSlugs>();
        services.AddScoped<SlugBook>();
        services.AddScoped<DraftSaves>();
        services.AddScoped<DraftReader>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapNewsroom("/articles", Permission.SeeAllStories).MapReadDraft();
        routes.MapNewsroom("/articles", Permission.WriteStories).MapSaveDraft();
    }
}
