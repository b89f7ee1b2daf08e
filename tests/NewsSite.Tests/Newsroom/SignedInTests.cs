using System.Net;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Newsroom;

public sealed class SignedInTests
{
    [Fact]
    public async Task Somebody_signed_in_is_let_in_and_everybody_else_is_asked_to_sign_in()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);

        using var inside = await ada.GetAsync("/newsroom/logout");
        using var outside = await site.Reader.GetAsync("/newsroom/logout");

        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Contains("Ada Quill", await inside.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        Assert.Equal("/newsroom/login?returnUrl=%2Fnewsroom%2Flogout", outside.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var site = await TestSite.StartAsync();
        var (cookies, antiforgery) = await site.SignInCookiesAsync();
        var cookie = cookies.GetCookieHeader(new Uri(site.Address));
        using var ada = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };
        ada.DefaultRequestHeaders.Add("Cookie", cookie);
        ada.DefaultRequestHeaders.Add(Doors.AntiforgeryHeader, antiforgery);

        using var left = await ada.PostAsync("/newsroom/logout", null);
        using var after = await ada.GetAsync("/newsroom/logout");

        Assert.Equal("/newsroom/login", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }
}
