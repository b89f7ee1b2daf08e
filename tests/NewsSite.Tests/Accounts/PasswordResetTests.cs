using System.Net;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts.Passwords;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class PasswordResetTests
{
    private const string Email = "ada@example.org", Password = "granite teapot violin", Better = "marble kettle oboe";

    [Fact]
    public async Task A_link_by_mail_sets_a_new_password_once_and_signs_out_everywhere()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        using var eve = new Visitor(site);
        using var device = new Visitor(site);
        await device.SignInAsync(Email, Password);

        await AskAsync(ada, Email);
        var link = Letters.LinkIn(await site.LetterToAsync(Email));
        var late = await eve.OpenAsync(link);
        var weak = await ada.PressAsync(await ada.OpenAsync(link), "Set the password", ("Password", "adaadaada123"));
        var set = await ada.PressAsync(weak, "Set the password", ("Password", Better));
        var again = await eve.PressAsync(late, "Set the password", ("Password", "another good one here"));

        Assert.NotNull(weak.ErrorOf("Password"));
        Assert.Equal("/newsroom/login", set.Path);
        Assert.Contains("signed out everywhere", set.Done);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.StartsWith("/newsroom/login", (await device.OpenAsync("/newsroom/account")).Path);
        Assert.Equal("/newsroom/login", (await ada.SignInAsync(Email, Password)).Path);
        Assert.NotEqual("/newsroom/login", (await ada.SignInAsync(Email, Better)).Path);
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_there_is_an_account()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);

        var known = await AskAsync(ada, Email);
        var unknown = await AskAsync(ada, "abc@example.org");
        await site.LetterToAsync(Email);

        Assert.Equal(known.Text.Replace(Email, ""), unknown.Text.Replace("abc@example.org", ""));
        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(0, await site.CountLettersAsync());
    }

    [Fact]
    public async Task A_link_is_good_for_an_hour()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        await AskAsync(ada, Email);
        var link = Letters.LinkIn(await site.LetterToAsync(Email));

        site.Clock.Pass(TimeSpan.FromMinutes(59));
        var early = await ada.OpenAsync(link);
        site.Clock.Pass(TimeSpan.FromMinutes(2));
        var late = await ada.OpenAsync(link);

        Assert.Equal(HttpStatusCode.OK, early.Status);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
    }

    [Fact]
    public async Task One_network_address_cannot_have_mail_sent_for_ever()
    {
        await using var site = await StartAsync();
        using var eve = new Visitor(site);
        for (var i = 0; i < 10; i++) await AskAsync(eve, "nobody@example.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(eve, Email)).Status);
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("Pa$$word2024!")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("iloveyou2024")]
    [InlineData("Liverpool2023!")]
    [InlineData("manchesterunited")]
    [InlineData("letmeinletmein")]
    [InlineData("Administrator1")]
    [InlineData("welcome-welcome")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("TheCountyLedger")]
    [InlineData("Ada.Quill.2026")]
    [InlineData("ada@example.org")]
    [InlineData("thisismypassword")]
    public void Passwords_that_everybody_thinks_of_are_refused(string password) =>
        Assert.True(CommonPasswords.IsEasy(password, ["The County Ledger", "localhost", "ada@example.org", "Ada Quill"]));

    [Theory]
    [InlineData("granite teapot violin")]
    [InlineData("marble kettle oboe")]
    [InlineData("vK3#pq9Lm2xR")]
    [InlineData("tuesdays-smell-of-varnish")]
    [InlineData("llanfairpwllgwyn")]
    [InlineData("ada likes turquoise bicycles")]
    public void Others_are_taken_without_rules_of_what_they_are_made_of(string password) =>
        Assert.False(CommonPasswords.IsEasy(password, ["The County Ledger", "localhost", "ada@example.org", "Ada Quill"]));

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.MakeAccountAsync(Role.Journalist, "Ada Quill", Email, Password);
        return site;
    }

    private static async Task<Seen> AskAsync(Visitor visitor, string email) => await visitor.PressAsync(await visitor.OpenAsync("/newsroom/forgot"), "Send the link", ("Email", email));
}
