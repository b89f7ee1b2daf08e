using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Articles.Workflow;

internal sealed class WorkflowFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<NewsSite.Web.Newsroom.IActs, Unrecorded>();
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
        services.AddScoped<StandingReader>();
        services.AddScoped<ActAnswers>();
        services.AddScoped<Effects>();
    }

    private sealed class Unrecorded : NewsSite.Web.Newsroom.IActs { public void Add(NewsSite.Web.Data.NewsDb db, NewsSite.Web.Newsroom.Act act) { } }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapWorkflow();
}
