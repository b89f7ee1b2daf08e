using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media;

namespace NewsSite.Web.Articles.Workflow;

internal sealed class WorkflowFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<StoryRecord>();
        services.AddScoped<StoryTransaction>();
        services.AddScoped<ApprovalRules>();
        services.AddScoped<Gates>();
        services.AddScoped<ReviewLetters>();
        services.AddScoped<Review>();
        services.AddScoped<Publication>();
        services.AddScoped<OpenActs>();
        services.AddScoped<Scheduling>();
        services.AddScoped<Embargoes>();
        services.AddScoped<IHeldPictures, EmbargoedPictures>();
        services.AddScoped<StandingReader>();
        services.AddScoped<ActAnswers>();
        services.AddScoped<Effects>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapWorkflow();
}
