using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Corrections;

internal sealed class CorrectionsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRegister, CorrectionFile>();
        services.AddScoped<ISlotFiller, CorrectionNotes>();
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 10, new("Corrections", "/corrections")));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
