using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Caching;

/// <summary>Puts the page cache into the program.</summary>
public static class PageCacheSetup
{
    /// <summary>
    /// Adds <see cref="IPageCache"/>, with settings from the section <c>Cache</c>; a wrong one stops the start.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">What is not a setting: the query keys that pages read, and who is passed by.</param>
    public static IServiceCollection AddPageCache(
        this IServiceCollection services, Action<PageCacheOptions>? configure = null)
    {
        services.AddOptions<PageCacheOptions>()
            .BindConfiguration("Cache")
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PageStore>();
        services.AddSingleton<IPageCache>(provider => provider.GetRequiredService<PageStore>());
        return services;
    }

    /// <summary>
    /// Answers kept pages here. Comes first, or after what every single request needs (forwarded headers), and is
    /// followed by an explicit <c>UseRouting()</c>: without it the framework routes before the cache.
    /// </summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var store = services.GetRequiredService<PageStore>();
        var options = services.GetRequiredService<IOptions<PageCacheOptions>>();
        var clock = services.GetRequiredService<TimeProvider>();
        return app.Use(next => new PageCacheMiddleware(next, store, options, clock).InvokeAsync);
    }
}
