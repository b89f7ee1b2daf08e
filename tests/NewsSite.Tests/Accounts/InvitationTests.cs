using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class InvitationTests
{
    private const string Email = "ben@example.org", Password = "granite teapot violin";

    [Fact]
    public async Task An_invitation_comes_by_mail_and_makes_one_account()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await AdministratorAsync(site);
        using var ben = new Visitor(site);
        using var eve = new Visitor(site);

        var sent = await InviteAsync(ada, Role.Editor);
        var letter = await site.LetterToAsync(Email);
        var link = Letters.LinkIn(letter);
        var late = await eve.OpenAsync(link);
        var welcome = await ben.PressAsync(await ben.OpenAsync(link), "Join", ("Name", "Ben Stone"), ("Password", Password));
        var again = await eve.PressAsync(late, "Join", ("Name", "Eve"), ("Password", Password));

        Assert.Contains("on its way to ben@example.org", sent.Done);
        Assert.Contains("Ada Quill invites you", letter);
        Assert.Contains("as an editor", letter);
        Assert.Contains("Welcome, Ben Stone", welcome.Done);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("no longer works", again.Text);
        var account = await site.InDbAsync(db => db.Set<Account>().SingleAsync(a => a.Email == Email));
        Assert.Equal((Role.Editor, "Ben Stone"), (account.Role, account.Name));
        Assert.DoesNotContain("invitation", (await ada.OpenAsync("/newsroom/accounts")).Document.QuerySelector(".count")!.TextContent);
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days_and_can_be_sent_again()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await AdministratorAsync(site);
        using var ben = new Visitor(site);
        await InviteAsync(ada, Role.Journalist);
        var first = Letters.LinkIn(await site.LetterToAsync(Email));
        Assert.Equal(HttpStatusCode.OK, (await ben.OpenAsync(first)).Status);

        site.Clock.Pass(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var ended = await ben.OpenAsync(first);
        using var later = await AdministratorAsync(site, "Cleo Marsh");
        var list = await later.OpenAsync("/newsroom/accounts");
        var again = await later.PressAsync(list, "Send again to Ben Stone");
        var second = Letters.LinkIn(await site.LetterToAsync(Email));

        Assert.Equal(HttpStatusCode.NotFound, ended.Status);
        Assert.Contains("Ended", list.Text);
        Assert.Contains("on its way", again.Done);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.OpenAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ben.OpenAsync(second)).Status);
    }

    [Fact]
    public async Task An_invitation_can_be_taken_back()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await AdministratorAsync(site);
        using var ben = new Visitor(site);
        await InviteAsync(ada, Role.Journalist);
        var link = Letters.LinkIn(await site.LetterToAsync(Email));

        await ada.PressAsync(await ada.OpenAsync("/newsroom/accounts"), "Take back the invitation of Ben Stone");

        Assert.Equal(HttpStatusCode.NotFound, (await ben.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task Nobody_is_invited_twice_or_with_an_account()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await AdministratorAsync(site);
        await site.MakeAccountAsync(Role.Editor, "Cleo", "cleo@example.org");
        await InviteAsync(ada, Role.Journalist);

        var twice = await InviteAsync(ada, Role.Editor);
        var known = await InviteAsync(ada, Role.Editor, "CLEO@example.org");
        var nothing = await ada.PressAsync(await ada.OpenAsync("/newsroom/accounts/invite"), "Send the invitation", ("Name", ""), ("Email", "cleo"));

        Assert.Contains("invited already", twice.ErrorOf("Email"));
        Assert.Contains("has an account already", known.ErrorOf("Email"));
        Assert.NotNull(nothing.ErrorOf("Name"));
        Assert.NotNull(nothing.ErrorOf("Email"));
        Assert.NotNull(nothing.ErrorOf("Role"));
        Assert.Equal(1, await site.CountLettersAsync());
    }

    [Fact]
    public async Task Somebody_else_s_browser_does_not_take_the_invitation()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await AdministratorAsync(site);
        await InviteAsync(ada, Role.Journalist);

        var page = await ada.OpenAsync(Letters.LinkIn(await site.LetterToAsync(Email)));

        Assert.Contains("signed in as Ada Quill", page.Text);
        Assert.Null(page.Document.QuerySelector("#Password"));
    }

    internal static async Task<Visitor> AdministratorAsync(TestSite site, string name = "Ada Quill") => new(site, (await site.SignInCookiesAsync(Role.Administrator, name)).Cookies);

    private static async Task<Seen> InviteAsync(Visitor administrator, Role role, string email = Email) =>
        await administrator.PressAsync(await administrator.OpenAsync("/newsroom/accounts/invite"), "Send the invitation", ("Name", "Ben Stone"), ("Email", email), ("Role", role.ToString()));
}
