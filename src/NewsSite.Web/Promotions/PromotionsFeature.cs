using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media.Library;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Promotions;

internal sealed class PromotionsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PromotionList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<PromotionList>());
        services.AddSingleton<IRegister, PromotionFile>();
        services.AddScoped<ISlotFiller, PromotionSlots>();
        services.AddScoped<IPictureUsers, PromotionsOfPictures>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
