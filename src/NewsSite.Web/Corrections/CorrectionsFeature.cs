using NewsSite.Web.Articles;
using NewsSite.Web.Articles.History;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Corrections;

internal sealed class CorrectionsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRegister, CorrectionFile>();
        services.AddScoped<IStoryCorrections, CorrectionReader>();
        services.AddScoped<IStoryHappenings, CorrectionHappenings>();
        services.AddScoped<ISlotFiller, CorrectionNotes>();
        services.AddScoped<CorrectionBook>();
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 10, new("Corrections", "/corrections")));
        services.AddSingleton(new NewsroomLink(40, "Corrections", "/newsroom/corrections", Permission.SeeAllStories));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapNewsroom("/articles", Permission.SeeAllStories).MapListCorrections();
        routes.MapNewsroom("/articles", Permission.CorrectStories).MapKeepCorrections();
        routes.MapWriteCorrections();
    }
}
