using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Core.Modules;

/// <summary>
/// A part of the site, its own or a third party's. An assembly named in the setting <c>Modules</c> is loaded at start-up:
/// its block types and views are found by themselves, and each of its modules is asked for services.
/// </summary>
public interface IModule
{
    /// <summary>Adds what the module brings to the container.</summary>
    void AddServices(IServiceCollection services);
}
