using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Schedule.Calendar;
using NewsSite.Web.Schedule.Today;

namespace NewsSite.Web.Schedule;

internal sealed class ScheduleFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<DueActs>();
        services.AddSingleton<Timekeeper>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<Timekeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<Timekeeper>());
        services.AddScoped<CalendarReader>();
        services.AddScoped<TodayReader>();
        services.AddScoped<ForcedList>();
        services.AddSingleton(new NewsroomLink(0, "Today", NewsroomLink.First, Permission.UseNewsroom));
        services.AddSingleton(new NewsroomLink(20, "Calendar", "/newsroom/calendar", Permission.SeeAllStories));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
