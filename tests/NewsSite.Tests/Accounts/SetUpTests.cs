using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class SetUpTests
{
    private const string Password = "granite teapot violin";

    [Fact]
    public async Task The_first_account_is_made_once_and_is_an_administrator_s()
    {
        await using var site = await TestSite.StartAsync();
        var path = await PathOf(site);
        using var ada = new Visitor(site);
        using var eve = new Visitor(site);
        var late = await eve.OpenAsync(path!);

        var welcome = await ada.PressAsync(await ada.OpenAsync(path!), "Make the account", ("Name", "Ada Quill"), ("Email", "ada@example.org"), ("Password", Password));
        var again = await eve.PressAsync(late, "Make the account", ("Name", "Eve"), ("Email", "eve@example.org"), ("Password", Password));

        Assert.Equal("/newsroom/account", welcome.Path);
        Assert.Contains("Welcome, Ada Quill", welcome.Done);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("does not open anything", again.Text);
        var account = Assert.Single(await site.InDbAsync(db => db.Set<Account>().ToListAsync()));
        Assert.Equal((Role.Administrator, "Ada Quill", "ada@example.org"), (account.Role, account.Name, account.Email));
        Assert.Null(await PathOf(site));
    }

    [Fact]
    public async Task Each_start_makes_a_new_address_until_there_is_an_account()
    {
        await using var site = await TestSite.StartAsync();
        var first = await PathOf(site);
        await site.RestartAsync();
        var second = await PathOf(site);
        using var ada = new Visitor(site);

        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(first!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync("/newsroom/setup?token=guess")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync("/newsroom/setup")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync(second!)).Status);
        Assert.DoesNotContain(second!.Split('=')[1], await site.InDbAsync(db => db.Set<OneTimeAddress>().Select(a => a.TokenHash).FirstAsync()));
    }

    [Fact]
    public async Task Mistakes_are_named_beside_their_fields_and_nothing_is_made()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = new Visitor(site);

        var page = await ada.PressAsync(await ada.OpenAsync((await PathOf(site))!), "Make the account", ("Name", " "), ("Email", "ada"), ("Password", "short"));

        Assert.NotNull(page.ErrorOf("Name"));
        Assert.Contains("no e-mail address", page.ErrorOf("Email"));
        Assert.Contains("at least 12", page.ErrorOf("Password"));
        Assert.Contains("Password-error", page.Document.QuerySelector("#Password")!.GetAttribute("aria-describedby"));
        Assert.Equal("ada", page.Document.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.False(await site.InDbAsync(db => db.Set<Account>().AnyAsync()));
    }

    private static Task<string?> PathOf(TestSite site) => site.DoAsync(services => ((SetUp)services.GetService(typeof(SetUp))!).MakePathAsync(CancellationToken.None));
}
