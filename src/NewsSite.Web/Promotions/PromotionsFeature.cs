using NewsSite.Web.Background;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media.Library;
using NewsSite.Web.Newsroom.Registers;
using NewsSite.Web.Promotions.Clicks;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Promotions;

internal sealed class PromotionsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PromotionList>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<PromotionList>());
        services.AddRegister<PromotionFile, PromotionRecords>();
        services.AddScoped<ISlotFiller, PromotionSlots>();
        services.AddScoped<IPictureUsers, PromotionsOfPictures>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapFollowPromotion();
}
