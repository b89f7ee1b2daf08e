using NewsSite.Core.Hooks;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Articles.PictureUses;
using NewsSite.Web.Articles.ReadNext;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media;
using NewsSite.Web.Media.Library;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles;

internal sealed class ArticlesFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<IStoryNames, StoryNames>();
        services.AddScoped<PlaceInListings>();
        services.AddScoped<IHook<LiveChanges>>(provider => provider.GetRequiredService<PlaceInListings>());
        services.AddScoped<IHook<LiveChanges>, GatherSpokenWords>();
        services.AddScoped<IHook<LiveChanges>, GatherSubjects>();
        services.AddScoped<NextStories>();
        services.AddScoped<GatherPictures>();
        services.AddScoped<IHook<LiveChanges>>(provider => provider.GetRequiredService<GatherPictures>());
        services.AddScoped<IPictureUsers, StoriesOfPictures>();
        services.AddScoped<ExpiredPictures>();
        services.AddScoped<ReferenceLoader>();
        services.AddScoped<StoryReader>();
        services.AddScoped<ListingReader>();
        services.AddScoped<AbsentStories>();
        services.AddScoped<FilteredArticles>();
        services.AddScoped<ArticleSummaries>();
        services.AddScoped<ArticleDocuments>();
        services.AddStoryChecks();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var articles = routes.MapApi("/articles", "Articles");
        articles.MapListArticles();
        articles.MapReadArticle();
        routes.MapListStatements();
    }
}
