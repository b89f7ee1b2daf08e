using NewsSite.Web.Background;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Caching;

/// <summary>The page cache, told of changes by the change feed.</summary>
/// <param name="queryKeys">Every query key that some page reads.</param>
internal sealed class CachingFeature(params IReadOnlyList<string> queryKeys) : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddPageCache(options => options.QueryKeys.UnionWith(queryKeys));
        services.AddSingleton<IChangeListener, EvictChanged>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    private sealed class EvictChanged(IPageCache pages) : IChangeListener
    {
        public int Order => 1;

        public ValueTask OnChangedAsync(IReadOnlyCollection<string>? tags, CancellationToken ct) =>
            tags is null ? pages.EvictAllAsync(ct) : pages.EvictAsync(tags, ct);
    }
}
