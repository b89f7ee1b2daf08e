using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Accounts.Tokens;
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
        services.AddScoped<SignInTries>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = ""; // an address may have any that mail allows
        }).AddUserManager<AccountBook>().AddSignInManager();
        AddSessions(services);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

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
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o =>
            {
                o.Cookie.Name = "newsroom-second-step";
                Harden(o.Cookie);
                o.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            });
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => new PostConfigureOptions<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, o => o.SessionStore = provider.GetRequiredService<SessionStore>()));
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
