using Microsoft.Extensions.Options;
using NewsSite.Core.Hooks;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Background;
using NewsSite.Web.Bulletins.Desk;
using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Bulletins.Preferences;
using NewsSite.Web.Bulletins.Sending;
using NewsSite.Web.Bulletins.SignUp;
using NewsSite.Web.Comments.Erasing;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Themes;

namespace NewsSite.Web.Bulletins;

internal sealed class BulletinsFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<BulletinOptions>, BulletinOptions.Validation>();
        services.AddOptions<BulletinOptions>().BindConfiguration("Bulletin").ValidateOnStart();
        services.AddSingleton<BulletinLinks>();
        services.AddSingleton<BulletinTimes>();
        services.AddSingleton<BulletinWriter>();
        services.AddSingleton<MailClaims>();
        services.AddSingleton<BulletinSender>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<BulletinSender>());
        services.AddHostedService(provider => provider.GetRequiredService<BulletinSender>());
        services.AddScoped<ConsentBook>();
        services.AddScoped<Subscribing>();
        services.AddScoped<SubscriberLetters>();
        services.AddScoped<WantedNames>();
        services.AddScoped<SignUpForms>();
        services.AddScoped<EditionReader>();
        services.AddScoped<Audience>();
        services.AddScoped<StoryAlerts>();
        services.AddScoped<Editions>();
        services.AddScoped<SendClaim>();
        services.AddScoped<Bounces>();
        services.AddScoped<EditionActs>();
        services.AddScoped<EditionDesk>();
        services.AddScoped<AlertDesk>();
        services.AddScoped<FirstRelease>();
        services.AddScoped<IHook<LiveChanges>, AlertOnPublication>();
        services.AddScoped<IPublicationMail, MailsOfPublication>();
        services.AddScoped<IHeldElsewhere, HeldBySubscribers>();
        services.AddSingleton<ForgetOldSubscribers>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetOldSubscribers>());
        services.AddScoped<ISlotFiller, SignUpSlots>();
        services.AddSingleton(new NewsroomLink(27, "Bulletins", "/newsroom/bulletins", Permission.SendBulletins));
        services.AddSingleton(new SubjectPage("bulletins", "/newsroom/bulletins", Permission.SendBulletins));
        services.AddSingleton(new PageLink(PageLinkPlace.Masthead, 30, new("Bulletin", "/bulletin")));
        services.AddSingleton(new PageLink(PageLinkPlace.Footer, 35, new("Daily bulletin", "/bulletin")));
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPreviewBulletin();
}
