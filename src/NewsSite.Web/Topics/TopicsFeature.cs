using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Topics;

internal sealed class TopicsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TopicList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<TopicList>());
        services.AddSingleton<INavigation, SectionNavigation>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListTopics();
}

/// <summary>The sections as the navigation of every page.</summary>
internal sealed class SectionNavigation(TopicList topics) : INavigation
{
    public async ValueTask<IReadOnlyList<NavLink>> SectionsAsync(CancellationToken ct) =>
        [.. (await topics.AllAsync(ct)).Where(t => t.Section is not null).Select(t => new NavLink(t.Name, $"/topics/{t.Slug}"))];
}
