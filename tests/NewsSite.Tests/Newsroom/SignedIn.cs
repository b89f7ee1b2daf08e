using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Web.Accounts;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Caching;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Newsroom;

/// <summary>People who are signed in, without the way through the sign-in page.</summary>
internal static class SignedIn
{
    private const string SessionClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId"; // the framework's

    extension(TestSite site)
    {
        /// <summary>Somebody with this role, on a device of their own. Every request carries their cookie and the antiforgery header; redirects are not followed.</summary>
        public async Task<HttpClient> SignInAsync(Role role = Role.Journalist, string name = "Ada Quill")
        {
            return await site.SignInAsync(await site.MakeAccountAsync(role, name));
        }

        /// <summary>An account's owner, on a device of their own.</summary>
        public async Task<HttpClient> SignInAsync(Account account)
        {
            var (cookies, token) = await site.SignInCookiesAsync(account);
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(site.Address) };
            client.DefaultRequestHeaders.Add(Doors.AntiforgeryHeader, token);
            return client;
        }

        /// <summary>The cookies of somebody with this role, for a browser, and their antiforgery token.</summary>
        public async Task<(CookieContainer Cookies, string Antiforgery)> SignInCookiesAsync(Role role = Role.Journalist, string name = "Ada Quill")
        {
            var account = await site.MakeAccountAsync(role, name);
            return await site.SignInCookiesAsync(account);
        }

        /// <summary>A device of an account's owner.</summary>
        public async Task<(CookieContainer Cookies, string Antiforgery)> SignInCookiesAsync(Account account)
        {
            var (services, now) = (site.Services, site.Clock.GetUtcNow());
            var who = Who.Of(account.Id, account.Name, account.Role, Guid.CreateVersion7(now), now);
            var store = services.GetRequiredService<SessionStore>();
            var key = await store.StoreAsync(new AuthenticationTicket(who, new() { IsPersistent = true }, IdentityConstants.ApplicationScheme));
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var reference = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, key, ClaimValueTypes.String, options.ClaimsIssuer)], IdentityConstants.ApplicationScheme));
            await using var scope = services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = who };
            var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(http);

            var cookies = new CookieContainer();
            cookies.Add(new Uri(site.Address), new Cookie(PageCacheBypass.SignedInCookie, options.TicketDataFormat.Protect(new(reference, IdentityConstants.ApplicationScheme)), "/"));
            cookies.Add(new Uri(site.Address), new Cookie(services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!, tokens.CookieToken, "/"));
            return (cookies, tokens.RequestToken!);
        }

        /// <summary>An account, straight into the database. Without a password nobody can sign in to it by the page.</summary>
        public Task<Account> MakeAccountAsync(Role role = Role.Journalist, string name = "Ada Quill", string? email = null, string? password = null) => site.DoAsync(async services =>
        {
            var now = site.Clock.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var account = new Account { Id = id, Email = email ?? $"{id:N}@example.org", Name = name, Role = role, MadeAt = now };
            var book = services.GetRequiredService<AccountBook>();
            var result = password is null ? await book.CreateAsync(account) : await book.CreateAsync(account, password);
            return result.Succeeded ? account : throw new InvalidOperationException(result.ToString());
        });
    }
}
