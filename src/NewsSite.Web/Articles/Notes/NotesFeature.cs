using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Notes;

internal sealed class NotesFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<NoteBook>();
        services.AddScoped<SettleNote.Settling>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapNewsroom("/articles", Permission.SeeAllStories).MapListNotes();
        var leaving = routes.MapNewsroom("/articles", Permission.LeaveNotes);
        leaving.MapLeaveNote();
        leaving.MapSettleNote();
        leaving.MapMoveAnchors();
    }
}
