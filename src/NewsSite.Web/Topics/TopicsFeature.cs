using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Topics;

internal sealed class TopicsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TopicList>();
        services.AddRegister<TopicFile, TopicRecords>();
        services.AddSingleton<IRegister, MergedTopicFile>();
        services.AddSingleton<MergedTopics>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<MergedTopics>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<TopicList>());
        services.AddSingleton<ITopicLinks, TopicLinks>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListTopics();
}

/// <summary>The topics as links of every page.</summary>
internal sealed class TopicLinks(TopicList topics) : ITopicLinks
{
    public async ValueTask<IReadOnlyList<(NavLink Link, bool IsSection)>> AllAsync(CancellationToken ct) =>
        [.. (await topics.AllAsync(ct)).Select(t => (new NavLink(t.Name, $"/topics/{t.Slug}"), t.Section is not null))];
}
