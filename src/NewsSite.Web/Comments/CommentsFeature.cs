using Microsoft.Extensions.Options;
using NewsSite.Web.Background;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Erasing;
using NewsSite.Web.Comments.Examples;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Comments.Moderation;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Comments.Programs;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Data;
using NewsSite.Web.Hosting;
using NewsSite.Web.Themes;

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
        services.AddSingleton<PostingTurns>();
        services.AddScoped<PostComment>();
        services.AddScoped<ConfirmAddress>();
        services.AddScoped<HeldAbout>();
        services.AddSingleton<CommentAssets>();
        services.AddSingleton<AssetFiles>(provider => provider.GetRequiredService<CommentAssets>());
        services.AddScoped<ThreadReader>();
        services.AddSingleton<IRegister, ExampleFile>();
        services.AddScoped<ISlotFiller, UnderArticle>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapFindComment();
        routes.MapArticleComments();
    }
}
