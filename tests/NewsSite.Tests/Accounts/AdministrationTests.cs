using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts;
using NewsSite.Web.Accounts.Administration;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class AdministrationTests
{
    private const string Email = "ben@example.org", Password = "granite teapot violin";

    [Fact]
    public async Task A_new_role_counts_at_once_and_signs_its_owner_out()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await InvitationTests.AdministratorAsync(site);
        var ben = await site.MakeAccountAsync(Role.Administrator, "Ben Stone", Email, Password);
        using var his = new Visitor(site);
        await his.SignInAsync(Email, Password);
        Assert.Equal(HttpStatusCode.OK, (await his.OpenAsync("/newsroom/accounts")).Status);

        var done = await ada.PressAsync(await ada.OpenAsync($"/newsroom/accounts/{ben.Id}"), "Change the role", ("Role", "Moderator"));

        Assert.Contains("is moderator now", done.Done);
        Assert.StartsWith("/newsroom/login", (await his.OpenAsync("/newsroom/accounts")).Path);
        await his.SignInAsync(Email, Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await his.OpenAsync("/newsroom/accounts")).Status);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_can_be_opened_again()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await InvitationTests.AdministratorAsync(site);
        var ben = await site.MakeAccountAsync(Role.Journalist, "Ben Stone", Email, Password);
        using var his = new Visitor(site);
        await his.SignInAsync(Email, Password);

        var disabled = await ada.PressAsync(await ada.OpenAsync($"/newsroom/accounts/{ben.Id}"), "Disable the account");
        var out1 = await his.OpenAsync("/newsroom/account");
        var refused = await his.SignInAsync(Email, Password);
        var opened = await ada.PressAsync(disabled, "Open the account");

        Assert.Contains("disabled", disabled.Done);
        Assert.StartsWith("/newsroom/login", out1.Path);
        Assert.Equal("/newsroom/login", refused.Path);
        Assert.Contains("can sign in again", opened.Done);
        Assert.NotEqual("/newsroom/login", (await his.SignInAsync(Email, Password)).Path);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var site = await TestSite.StartAsync();
        var account = await site.MakeAccountAsync(Role.Administrator, "Ada Quill", "ada@example.org", Password);
        using var ada = new Visitor(site, (await site.SignInCookiesAsync(account)).Cookies);
        var path = $"/newsroom/accounts/{account.Id}";

        var demoted = await ada.PressAsync(await ada.OpenAsync(path), "Change the role", ("Role", "Editor"));
        var disabled = await ada.PressAsync(await ada.OpenAsync(path), "Disable the account");

        Assert.Contains("only administrator", demoted.Text);
        Assert.Contains("only administrator", disabled.Text);
        Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync("/newsroom/accounts")).Status);
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one()
    {
        await using var site = await TestSite.StartAsync();
        var ids = new[] { (await site.MakeAccountAsync(Role.Administrator, "Ada")).Id, (await site.MakeAccountAsync(Role.Administrator, "Ben")).Id };

        await Task.WhenAll(ids.Select((id, i) => site.DoAsync(async services =>
        {
            var db = (NewsSite.Web.Data.NewsDb)services.GetService(typeof(NewsSite.Web.Data.NewsDb))!;
            var account = await db.Set<Account>().SingleAsync(a => a.Id == id);
            return await ((AccountActs)services.GetService(typeof(AccountActs))!).ChangeRoleAsync(account, Role.Editor, ids[1 - i], CancellationToken.None);
        })));

        Assert.Equal(1, await site.InDbAsync(db => db.Set<Account>().CountAsync(a => a.Role == Role.Administrator)));
    }

    [Fact]
    public async Task An_administrator_sends_a_link_for_a_new_password()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await InvitationTests.AdministratorAsync(site);
        var ben = await site.MakeAccountAsync(Role.Journalist, "Ben Stone", Email, Password);
        using var his = new Visitor(site);

        var sent = await ada.PressAsync(await ada.OpenAsync($"/newsroom/accounts/{ben.Id}"), "Send a link for a new password");
        var page = await his.OpenAsync(Letters.LinkIn(await site.LetterToAsync(Email)));

        Assert.Contains("on its way", sent.Done);
        Assert.Contains("Ben Stone", page.Text);
    }

    [Fact]
    public async Task People_change_their_own_name()
    {
        await using var site = await TestSite.StartAsync();
        using var ben = new Visitor(site, (await site.SignInCookiesAsync(Role.Moderator, "Ben Stone")).Cookies);

        var done = await ben.PressAsync(await ben.OpenAsync("/newsroom/account"), "Change the name", ("Name", "Benjamin Stone"));

        Assert.Contains("Benjamin Stone", done.Done);
        Assert.Contains("Benjamin Stone", done.Document.QuerySelector(".menu-head")!.TextContent);
        Assert.Equal("BS", done.Document.QuerySelector(".face")!.TextContent);
    }
}
