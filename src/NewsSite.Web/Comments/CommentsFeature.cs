using Microsoft.Extensions.Options;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

internal sealed class CommentsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CommentOptions>, CommentOptions.Validation>();
        services.AddOptions<CommentOptions>().BindConfiguration("Comments").ValidateOnStart();
        services.AddSingleton<CommentModes>();
        services.AddSingleton<CommentLinks>();
        services.AddSingleton<CommentLetters>();
        services.AddSingleton<BlockedWords>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<BlockedWords>());
        services.AddScoped<Blocking>();
        services.AddScoped<CommentBook>();
        services.AddSingleton<AddressKeys>();
        services.AddSingleton<ForgetOldTraces>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetOldTraces>());
        services.AddScoped<PostComment>();
        services.AddScoped<ConfirmAddress>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
