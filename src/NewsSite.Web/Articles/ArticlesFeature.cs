using NewsSite.Core.Hooks;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Articles;

internal sealed class ArticlesFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<PlaceInListings>();
        services.AddScoped<IHook<LiveChanges>>(provider => provider.GetRequiredService<PlaceInListings>());
        services.AddScoped<IHook<LiveChanges>, GatherSpokenWords>();
        services.AddScoped<ReferenceLoader>();
        services.AddScoped<StoryReader>();
        services.AddScoped<ListingReader>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
