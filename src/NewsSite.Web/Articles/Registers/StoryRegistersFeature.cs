using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Articles.Registers;

/// <summary>What stories have to do with registers: where they name records, and what becomes of them when two topics become one.</summary>
internal sealed class StoryRegistersFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<TopicMerge>();
        services.AddScoped<IRecordUses, StoriesUsingRecords>();
        services.AddSingleton(new RecordActLink("topics", "Merge with another topic", "/newsroom/topics/{key}/merge", Permission.MergeRecords));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
