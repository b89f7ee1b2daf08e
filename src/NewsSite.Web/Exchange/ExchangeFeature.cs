using NewsSite.Web.Hosting;

namespace NewsSite.Web.Exchange;

internal sealed class ExchangeFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<MediaImport>();
        services.AddScoped<ArticleImport>();
        services.AddScoped<ImportPlanner>();
        services.AddScoped<Import>();
        services.AddScoped<Export>();
        services.AddScoped<FirstContent>();
        services.AddOptions<ContentOptions>().BindConfiguration("Content").ValidateOnStart();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
