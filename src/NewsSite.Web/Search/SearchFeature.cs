using NewsSite.Core.Hooks;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Search;

internal sealed class SearchFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped(provider => SearchBeside.EngineOf(provider.GetRequiredService<NewsDb>()));
        services.AddScoped<SearchBeside>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<IHook<LiveChanges>>(provider => provider.GetRequiredService<SearchIndex>());
        services.AddScoped<Reindex>();
        services.AddHostedService<FirstIndex>();
        services.AddScoped<SearchVocabulary>();
        services.AddSingleton<NameBooks>();
        services.AddScoped<SearchReader>();
        services.AddScoped<IArticleSearch, SearchForPrograms>();
        services.AddSingleton(new PageLink(PageLinkPlace.Search, 10, new("Search", SearchAddress.Page)));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
