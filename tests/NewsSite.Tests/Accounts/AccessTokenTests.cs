using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class AccessTokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_and_stored_hashed()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await SomebodyAsync(site);

        var made = await MakeAsync(ada, "Write");
        var token = TokenOn(made);
        var later = await ada.OpenAsync("/newsroom/account/tokens");

        Assert.Matches("^ns_[A-Za-z0-9_-]{43}$", token);
        Assert.DoesNotContain(token, later.Html);
        var stored = await site.InDbAsync(db => db.Set<AccessToken>().SingleAsync());
        Assert.DoesNotContain(token[3..], stored.Hash);
        Assert.Equal(site.Clock.GetUtcNow().AddDays(90), stored.ExpiresAt);
    }

    [Theory]
    [InlineData("Read", Permission.SeeAllStories)]
    [InlineData("Write", Permission.WriteStories, Permission.KeepRegisters)]
    [InlineData("Upload", Permission.UploadPictures)]
    [InlineData("Approve", Permission.ApproveStories)]
    [InlineData("Publish", Permission.PublishStories, Permission.CorrectStories)]
    public async Task A_token_may_what_its_scopes_say_and_nothing_else(string scope, params Permission[] opens)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await SomebodyAsync(site, Role.Administrator);
        var token = TokenOn(await MakeAsync(ada, scope));

        Assert.Equal([.. opens.Order()], await MayAsync(site, token));
    }

    [Fact]
    public async Task A_token_never_may_more_than_its_owner()
    {
        await using var site = await TestSite.StartAsync();
        var account = await site.MakeAccountAsync(Role.Editor);
        using var ada = new Visitor(site, (await site.SignInCookiesAsync(account)).Cookies);
        var token = TokenOn(await MakeAsync(ada, "Publish"));

        var before = await MayAsync(site, token);
        await site.InDbAsync(db => db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Role, Role.Moderator)));
        var after = await MayAsync(site, token);
        await site.InDbAsync(db => db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, site.Clock.GetUtcNow())));

        Assert.Equal([Permission.PublishStories, Permission.CorrectStories], before?.Order());
        Assert.Empty(after!);
        Assert.Null(await MayAsync(site, token));
    }

    [Fact]
    public async Task A_token_ends_and_can_be_taken_back()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await SomebodyAsync(site);
        var shortLived = TokenOn(await MakeAsync(ada, "Read", ("Days", "1")));
        var page = await MakeAsync(ada, "Read", ("TokenName", "Another"));
        var revoked = TokenOn(page);

        Assert.NotNull(await MayAsync(site, revoked));
        await ada.PressAsync(page, "Take back Another");
        Assert.Null(await MayAsync(site, revoked));
        Assert.NotNull(await MayAsync(site, shortLived));
        site.Clock.Pass(TimeSpan.FromHours(25));
        Assert.Null(await MayAsync(site, shortLived));
        Assert.Null(await MayAsync(site, "ns_nonsense"));
        Assert.Null(await MayAsync(site, null));
    }

    [Fact]
    public async Task Its_last_use_is_noted()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await SomebodyAsync(site);
        var made = await MakeAsync(ada, "Read");

        site.Clock.Pass(TimeSpan.FromMinutes(5));
        await MayAsync(site, TokenOn(made));
        var later = await ada.OpenAsync("/newsroom/account/tokens");

        Assert.Contains("Never", made.Text);
        Assert.Contains("4 May 2026, 10:05", later.Text); // London has summer time
    }

    [Theory]
    [InlineData("", "Read", "90", "TokenName")]
    [InlineData("Robot", "", "90", "Scopes")]
    [InlineData("Robot", "Read", "366", "Days")]
    [InlineData("Robot", "Read", "soon", "Days")]
    public async Task Mistakes_are_named_and_nothing_is_made(string name, string scope, string days, string field)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await SomebodyAsync(site);

        var page = await MakeAsync(ada, scope, ("TokenName", name), ("Days", days));

        Assert.NotNull(page.ErrorOf(field));
        Assert.False(await site.InDbAsync(db => db.Set<AccessToken>().AnyAsync()));
    }

    [Fact]
    public async Task A_token_opens_no_page_and_a_cookie_opens_nothing_in_the_api()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await SomebodyAsync(site);
        var token = TokenOn(await MakeAsync(ada, "Read"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/account") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

        using var answer = await site.Reader.SendAsync(request);
        var byCookie = await IdentityAsync(site, http => http.Request.Headers.Cookie = ada.Cookies.GetCookieHeader(new Uri(site.Address)), "/api/v1/articles");
        var onPage = await IdentityAsync(site, http => http.Request.Headers.Cookie = ada.Cookies.GetCookieHeader(new Uri(site.Address)), "/newsroom");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(byCookie);
        Assert.True(onPage);
    }

    private static async Task<Visitor> SomebodyAsync(TestSite site, Role role = Role.Journalist) => new(site, (await site.SignInCookiesAsync(role)).Cookies);

    private static async Task<Seen> MakeAsync(Visitor visitor, string scope, params (string, string)[] fields) =>
        await visitor.PressAsync(await visitor.OpenAsync("/newsroom/account/tokens"), "Make the token",
            [.. fields, .. fields.Any(f => f.Item1 == "TokenName") ? [] : new[] { ("TokenName", "Robot") }, .. scope.Length == 0 ? [] : new[] { ("Scopes", scope) }]);

    private static string TokenOn(Seen page) => page.Document.QuerySelector("code.key")!.TextContent;

    // What a write endpoint below /api/v1 would ask; null when the token opens nothing.
    private static Task<Permission[]?> MayAsync(TestSite site, string? token) => site.DoAsync(async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = await RequestAsync(services, "/api/v1/articles", h => h.Request.Headers.Authorization = token is null ? default(Microsoft.Extensions.Primitives.StringValues) : $"Bearer {token}");
        var who = services.GetRequiredService<ICurrentAccount>();
        return who.IsSignedIn ? [.. Enum.GetValues<Permission>().Where(who.May)] : (Permission[]?)null;
    });

    private static Task<bool> IdentityAsync(TestSite site, Action<HttpContext> prepare, string path) => site.DoAsync(async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = await RequestAsync(services, path, prepare);
        return services.GetRequiredService<ICurrentAccount>().IsSignedIn;
    });

    private static async Task<HttpContext> RequestAsync(IServiceProvider services, string path, Action<HttpContext> prepare)
    {
        var http = new DefaultHttpContext { RequestServices = services, Request = { Path = path, Method = "POST", Scheme = "http", Host = new("localhost") } };
        prepare(http);
        if ((await http.AuthenticateAsync()).Principal is { } principal) http.User = principal;
        return http;
    }
}
