using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Authors;

internal sealed class AuthorsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AuthorList>();
        services.AddRegister<AuthorFile, AuthorRecords>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<AuthorList>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapListAuthors();
}
