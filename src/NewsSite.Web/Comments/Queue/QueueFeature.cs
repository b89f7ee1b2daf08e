using NewsSite.Web.Comments.Stories;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Comments.Queue;

internal sealed class QueueFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<QueueEntries>();
        services.AddScoped<QueueReader>();
        services.AddScoped<Decisions>();
        services.AddScoped<ClosingTime>();
        services.AddSingleton(new SubjectPage("commenters", "/newsroom/comments/writers/{0}", Permission.ModerateComments));
        services.AddSingleton(new NewsroomLink(25, "Comments", "/newsroom/comments", Permission.ModerateComments)
        {
            CountAsync = async (provider, ct) => (await provider.GetRequiredService<QueueReader>().CountAsync(ct)).Total,
        });
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapNewsroom("/comments", Permission.ModerateComments).MapQueue();
}
