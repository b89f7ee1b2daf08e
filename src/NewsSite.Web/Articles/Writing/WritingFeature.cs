using NewsSite.Web.Hosting;

namespace NewsSite.Web.Articles.Writing;

/// <summary>The API for programs that write: the acts of the newsroom under <c>/api/v1</c>, through the same code.</summary>
internal sealed class WritingFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<WritingAnswers>();
        services.AddScoped<SentContent>();
        services.AddScoped<ActDesk>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapWriteStories();
        routes.MapStoryActs();
    }
}
