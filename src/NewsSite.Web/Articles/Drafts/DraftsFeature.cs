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
        services.AddScoped<StorySearch>();
        services.AddScoped<StoryList>();
        services.AddSingleton(new NewsroomLink(10, "Stories", "/newsroom/articles", Permission.SeeAllStories));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var reading = routes.MapNewsroom("/articles", Permission.SeeAllStories);
        reading.MapReadDraft();
        reading.MapFindArticles();
        reading.MapPutPresence();
        var writing = routes.MapNewsroom("/articles", Permission.WriteStories);
        writing.MapSaveDraft();
        writing.MapChooseSlug();
    }
}
