using Microsoft.AspNetCore.Mvc.ApplicationParts;
using NewsSite.Core.Blocks;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Blocks;

internal sealed class BlocksFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => BlockCatalogue.From(
            provider.GetRequiredService<ApplicationPartManager>().ApplicationParts.OfType<AssemblyPart>().Select(p => p.Assembly)));
        services.AddScoped<BlockHtml>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListBlockTypes();
}
