using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class SigningInTests
{
    private const string Email = "ada@example.org", Password = "granite teapot violin";

    [Fact]
    public async Task The_right_password_leads_to_where_somebody_was_going()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);

        var login = await ada.OpenAsync("/newsroom/account/sessions");
        var page = await ada.PressAsync(login, "Sign in", ("Email", " ADA@example.org "), ("Password", Password));

        Assert.Equal("/newsroom/login?returnUrl=%2Fnewsroom%2Faccount%2Fsessions", login.Path);
        Assert.Equal("/newsroom/account/sessions", page.Path);
        Assert.Contains("Firefox on Linux", page.Text);
        Assert.Equal("/newsroom/account", (await ada.OpenAsync("/newsroom/login?returnUrl=/newsroom/account")).Path);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);

        var page = await ada.PressAsync(await ada.OpenAsync("/newsroom/login?returnUrl=https://evil.example/"), "Sign in", ("Email", Email), ("Password", Password));

        Assert.StartsWith("/newsroom", page.Path);
    }

    [Fact]
    public async Task Known_unknown_and_disabled_accounts_are_refused_in_the_same_words_however_often()
    {
        await using var site = await StartAsync();
        var gone = await site.MakeAccountAsync(Role.Editor, "Gone", "gone@example.org", Password);
        await site.InDbAsync(db => db.Set<NewsSite.Web.Accounts.Account>().Where(a => a.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, site.Clock.GetUtcNow())));
        var answers = new HashSet<string>();
        using var eve = new Visitor(site);

        foreach (var (email, password) in new[] { (Email, "wrong"), ("nobody@example.org", "wrong"), ("gone@example.org", Password) })
            for (var i = 0; i < 12; i++)
            {
                var page = await eve.SignInAsync(email, password);
                Assert.Equal((HttpStatusCode.OK, "/newsroom/login"), (page.Status, page.Path));
                answers.Add(page.Text);
            }

        Assert.Single(answers);
    }

    [Fact]
    public async Task Ten_wrong_passwords_close_an_account_for_a_quarter_of_an_hour()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        for (var i = 0; i < 10; i++) await ada.SignInAsync(Email, "wrong");

        var closed = await ada.SignInAsync(Email, Password);
        site.Clock.Pass(TimeSpan.FromMinutes(16));
        var open = await ada.SignInAsync(Email, Password);

        Assert.Equal("/newsroom/login", closed.Path);
        Assert.StartsWith("/newsroom", open.Path);
        Assert.NotEqual("/newsroom/login", open.Path);
    }

    [Fact]
    public async Task One_network_address_may_not_try_for_ever()
    {
        await using var site = await StartAsync();
        using var eve = new Visitor(site);
        var page = await eve.OpenAsync("/newsroom/login");
        for (var i = 0; i < 60; i++) page = await eve.PressAsync(page, "Sign in", ("Email", $"x{i}@example.org"), ("Password", "wrong"));

        var refused = await eve.PressAsync(page, "Sign in", ("Email", Email), ("Password", Password));

        using var ada = new Visitor(site, from: "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotEqual("/newsroom/login", (await ada.SignInAsync(Email, Password)).Path);
    }

    [Fact]
    public async Task A_session_ends_by_itself_and_one_that_is_kept_lasts_longer()
    {
        await using var site = await StartAsync();
        using var shared = new Visitor(site);
        using var own = new Visitor(site, (await site.SignInCookiesAsync(Role.Editor, "Ben Stone")).Cookies); // kept
        await shared.SignInAsync(Email, Password);

        site.Clock.Pass(TimeSpan.FromHours(11));
        Assert.Equal("/newsroom/account", (await shared.OpenAsync("/newsroom/account")).Path); // used, and so it lasts
        site.Clock.Pass(TimeSpan.FromHours(11));
        Assert.Equal("/newsroom/account", (await shared.OpenAsync("/newsroom/account")).Path);
        site.Clock.Pass(TimeSpan.FromHours(13));

        Assert.StartsWith("/newsroom/login", (await shared.OpenAsync("/newsroom/account")).Path);
        Assert.Equal("/newsroom/account", (await own.OpenAsync("/newsroom/account")).Path);
        site.Clock.Pass(TimeSpan.FromDays(31));
        Assert.StartsWith("/newsroom/login", (await own.OpenAsync("/newsroom/account")).Path);
    }

    [Fact]
    public async Task The_cookie_survives_a_restart_and_is_closed_to_scripts()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        await ada.SignInAsync(Email, Password);
        var cookies = ada.Cookies.GetAllCookies();
        await site.RestartAsync();
        var moved = new CookieContainer();
        foreach (Cookie cookie in cookies) moved.Add(new Uri(site.Address), new Cookie(cookie.Name, cookie.Value, "/"));
        using var later = new Visitor(site, moved);

        Assert.Equal("/newsroom/account", (await later.OpenAsync("/newsroom/account")).Path);
        Assert.True(cookies.Single(c => c.Name == ".AspNetCore.Identity.Application").HttpOnly);
    }

    [Fact]
    public async Task Signing_out_everywhere_and_of_one_device()
    {
        await using var site = await StartAsync();
        using var here = new Visitor(site);
        using var phone = new Visitor(site, agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1");
        using var desk = new Visitor(site, agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0");
        foreach (var device in new[] { here, phone, desk }) await device.SignInAsync(Email, Password);

        var list = await here.OpenAsync("/newsroom/account/sessions");
        var one = await here.PressAsync(list, "Sign out Safari on iPhone");
        Assert.StartsWith("/newsroom/login", (await phone.OpenAsync("/newsroom/account")).Path);
        Assert.Equal("/newsroom/account", (await desk.OpenAsync("/newsroom/account")).Path);
        var all = await here.PressAsync(await here.OpenAsync("/newsroom/account/sessions"), "Sign out everywhere");

        Assert.Equal(3, list.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("This device", list.Document.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("Edge on Windows", list.Text);
        Assert.Equal("Safari on iPhone is signed out.", one.Done);
        Assert.Equal("You are signed out everywhere.", all.Done);
        foreach (var device in new[] { here, phone, desk }) Assert.StartsWith("/newsroom/login", (await device.OpenAsync("/newsroom/account")).Path);
        Assert.False(await site.InDbAsync(db => db.Set<Session>().AnyAsync()));
    }

    [Fact]
    public async Task What_protects_an_account_is_changed_only_soon_after_a_proof()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        await ada.SignInAsync(Email, Password);

        Assert.Equal("/newsroom/account/two-step", (await ada.OpenAsync("/newsroom/account/two-step")).Path);
        site.Clock.Pass(TimeSpan.FromMinutes(31));
        var ask = await ada.OpenAsync("/newsroom/account/two-step");
        var wrong = await ada.PressAsync(ask, "Go on", ("Password", "wrong"));
        var right = await ada.PressAsync(wrong, "Go on", ("Password", Password));

        Assert.StartsWith("/newsroom/account/confirm", ask.Path);
        Assert.NotNull(wrong.ErrorOf("Password"));
        Assert.Equal("/newsroom/account/two-step", right.Path);
    }

    [Fact]
    public async Task Changing_the_password_signs_out_every_other_device()
    {
        await using var site = await StartAsync();
        using var here = new Visitor(site);
        using var there = new Visitor(site);
        await here.SignInAsync(Email, Password);
        await there.SignInAsync(Email, Password);

        var form = await here.OpenAsync("/newsroom/account/password");
        var wrong = await here.PressAsync(form, "Change the password", ("Password", "wrong"), ("NewPassword", "marble kettle oboe"));
        var easy = await here.PressAsync(form, "Change the password", ("Password", Password), ("NewPassword", "Ada Quill 2026!"));
        var done = await here.PressAsync(form, "Change the password", ("Password", Password), ("NewPassword", "marble kettle oboe"));

        Assert.NotNull(wrong.ErrorOf("Password"));
        Assert.Contains("first passwords", easy.ErrorOf("NewPassword"));
        Assert.Contains("changed", done.Done);
        Assert.Equal("/newsroom/account", (await here.OpenAsync("/newsroom/account")).Path);
        Assert.StartsWith("/newsroom/login", (await there.OpenAsync("/newsroom/account")).Path);
        Assert.Equal("/newsroom/login", (await there.SignInAsync(Email, Password)).Path);
        Assert.NotEqual("/newsroom/login", (await there.SignInAsync(Email, "marble kettle oboe")).Path);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Role.Administrator);
        client.DefaultRequestHeaders.Remove(Doors.AntiforgeryHeader);

        using var answer = await client.PostAsync("/newsroom/account/sessions?handler=Everywhere", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await site.InDbAsync(db => db.Set<Session>().AnyAsync()));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.MakeAccountAsync(Role.Journalist, "Ada Quill", Email, Password);
        return site;
    }
}
