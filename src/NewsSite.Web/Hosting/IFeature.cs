using NewsSite.Core.Modules;

namespace NewsSite.Web.Hosting;

/// <summary>A feature folder's place in the program: the services it adds and the routes it maps.</summary>
public interface IFeature : IModule
{
    /// <summary>Maps the feature's routes; Razor Pages are found by themselves.</summary>
    void MapRoutes(IEndpointRouteBuilder routes);
}
