using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsSite.Web.Accounts.Administration;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Accounts.Passkeys;
using NewsSite.Web.Accounts.Passwords;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Caching;
using NewsSite.Web.Hosting;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

internal sealed class AccountsFeature : IFeature
{
    private const string PersonOrProgram = "PersonOrProgram";

    public void AddServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentAccount>();
        services.AddScoped<ICurrentAccount>(provider => provider.GetRequiredService<CurrentAccount>());
        services.AddScoped<AccountStore>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<AccountStore>());
        services.AddSingleton<SiteFacts>();
        services.AddSingleton<AddressLimits>();
        services.AddScoped<SignInTries>();
        services.AddScoped<SignIn>();
        services.AddScoped<TwoSteps>();
        services.AddScoped<PasswordReset>();
        services.AddSingleton<ResetRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetRequests>());
        services.AddScoped<Invite>();
        services.AddScoped<SetUp>();
        services.AddHostedService<SetUpNotice>();
        services.AddSingleton<AnswerBook>();
        services.AddScoped<AccountActs>();
        services.AddScoped<UserActs>();
        services.AddScoped<IColleagues, Colleagues>();
        services.AddSingleton(new SubjectPage("accounts", "/newsroom/accounts/{0}", Permission.ManageAccounts));
        services.AddSingleton(new SubjectPage("invitations", "/newsroom/accounts", Permission.ManageAccounts));
        services.AddSingleton(new NewsroomLink(90, "Accounts", "/newsroom/accounts", Permission.ManageAccounts));
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>(); // before the framework's, which then stays away
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>>(provider => new ConfigureOptions<IdentityPasskeyOptions>(o =>
        {
            o.ServerDomain = provider.GetRequiredService<SiteFacts>().BaseUrl.Host;
            o.UserVerificationRequirement = "required"; // it stands for password and code together
            o.ResidentKeyRequirement = "required"; // so that nobody has to type an e-mail address first
        }));
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = ""; // an address may have any that mail allows
        }).AddUserManager<AccountBook>().AddSignInManager();
        AddSessions(services);
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPasskeys();

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddAuthentication(PersonOrProgram)
            .AddPolicyScheme(PersonOrProgram, null, o => o.ForwardDefaultSelector = http =>
                // A cookie is sent by the browser whoever wrote the page, so it opens nothing in the API.
                http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? TokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, o =>
            {
                o.Cookie.Name = PageCacheBypass.SignedInCookie;
                Harden(o.Cookie);
                o.SlidingExpiration = true;
                o.LoginPath = Doors.SignIn;
            })
            .AddCookie(SignIn.SecondStep, o => KeepBriefly(o, "newsroom-second-step"))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => KeepBriefly(o, "newsroom-passkey")); // where the framework keeps the question that a passkey answers
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => new PostConfigureOptions<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, o => o.SessionStore = provider.GetRequiredService<SessionStore>()));
    }

    private static void KeepBriefly(CookieAuthenticationOptions o, string name)
    {
        o.Cookie.Name = name;
        Harden(o.Cookie);
        o.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        o.SlidingExpiration = false;
    }

    // Lax, because a link in a mail must not land on the sign-in page of somebody who is signed in; forms and scripts have their own token.
    private static void Harden(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
