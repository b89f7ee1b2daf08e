using Microsoft.Extensions.Options;
using NewsSite.Web.Hosting;
using NewsSite.Web.Media.Library;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Media;

internal sealed class MediaFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MediaOptions>, MediaOptions.Validation>();
        services.AddOptions<MediaOptions>().BindConfiguration("Media").ValidateOnStart();
        services.AddSingleton<Pictures>();
        services.AddSingleton<MediaFolder>();
        services.AddSingleton<MediaIntake>();
        services.AddSingleton<VipsTool>();
        services.AddSingleton<RenditionMaker>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<IDoctorCheck, MediaDoctor>();
        services.AddHostedService<MissingRenditions>();
        services.AddScoped<LibraryList>();
        services.AddScoped<PictureUploads>();
        services.AddScoped<PictureEdits>();
        services.AddSingleton(new NewsroomLink(30, "Pictures", "/newsroom/media", Permission.UseNewsroom));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapMedia();
        routes.MapReadMedia();
        routes.MapUploadMedia();
        routes.MapNewsroom("/media", Permission.UseNewsroom).MapFindMedia();
        routes.MapNewsroom("/media", Permission.UploadPictures).MapAddMedia();
    }
}
