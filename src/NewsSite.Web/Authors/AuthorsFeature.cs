using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Authors;

internal sealed class AuthorsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AuthorList>();
        services.AddSingleton<IRegister, AuthorFile>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<AuthorList>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListAuthors();
}
