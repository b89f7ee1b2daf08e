using NewsSite.Tests.Accounts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Audit;

/// <summary>What the record says of accounts: sign-ins, what protects them, and who may do what.</summary>
public sealed class AccountActTests : IAsyncLifetime
{
    private const string Email = "ben@example.org", Password = "granite teapot violin", Better = "marble kettle oboe";
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync()
    {
        var record = await _site.RecordAsync();
        Assert.DoesNotContain(record, e => $"{e.By} {e.Words} {e.Why}".Contains('@', StringComparison.Ordinal)); // no address of anybody
        Assert.DoesNotContain(record, e => $"{e.By} {e.Words} {e.Why}".Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.DoesNotContain(record, e => e.Words.Contains("teapot", StringComparison.Ordinal) || e.Words.Contains("kettle", StringComparison.Ordinal));
        Assert.Empty(await _site.AuditFaultsAsync());
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Signing_in_and_out_and_being_refused()
    {
        var ben = await _site.MakeAccountAsync(Role.Journalist, "Ben Stone", Email, Password);
        using var visitor = new Visitor(_site);

        await visitor.SignInAsync(Email, "wrong words");
        await visitor.SignInAsync("somebody.else@example.org", Password);
        var page = await visitor.SignInAsync(Email, Password);
        await visitor.PressAsync(await visitor.OpenAsync("/newsroom/logout"), "Sign out");
        for (var i = 0; i < 13; i++) await visitor.SignInAsync(Email, "wrong words");

        Assert.Equal(
        [
            "account.refused: Ben Stone was refused at sign-in: wrong password",
            "account.refused: Somebody was refused at sign-in: no account has this e-mail address",
            "account.signed-in: Ben Stone signed in by password",
            "account.signed-out: Ben Stone signed out",
            .. Enumerable.Repeat("account.refused: Ben Stone was refused at sign-in: wrong password", 10),
            "account.locked-out: Ben Stone was refused at sign-in: too many tries",
        ], await ToldAsync());
        Assert.Equal([ben.Id, null, ben.Id, ben.Id], (await _site.RecordAsync()).Take(4).Select(e => e.AccountId));
        Assert.Equal($"accounts/{ben.Id}", (await _site.RecordAsync())[0].Subject);
    }

    [Fact]
    public async Task What_protects_an_account()
    {
        await _site.MakeAccountAsync(Role.Journalist, "Ben Stone", Email, Password);
        using var ben = new Visitor(_site);
        using var phone = new Visitor(_site, agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1");
        await phone.SignInAsync(Email, Password);
        await ben.SignInAsync(Email, Password);
        var from = (await _site.RecordAsync()).Count;

        await ben.PressAsync(await ben.OpenAsync("/newsroom/account/sessions"), "Sign out Safari on iPhone");
        await ben.PressAsync(await ben.OpenAsync("/newsroom/account"), "Change the name", ("Name", "Benjamin Stone"));
        await ben.PressAsync(await ben.OpenAsync("/newsroom/account/password"), "Change the password", ("Password", "wrong"), ("NewPassword", Better));
        await ben.PressAsync(await ben.OpenAsync("/newsroom/account/password"), "Change the password", ("Password", Password), ("NewPassword", Better));
        _site.Clock.Pass(TimeSpan.FromHours(1));
        var ask = await ben.OpenAsync("/newsroom/account/tokens");
        ask = await ben.PressAsync(ask, "Go on", ("Password", "wrong"));
        var tokens = await ben.PressAsync(ask, "Go on", ("Password", Better));
        tokens = await ben.PressAsync(tokens, "Make the token", ("TokenName", "Agency"), ("Scopes", "Read"), ("Days", "30"));
        await ben.PressAsync(tokens, "Take back Agency");
        var twoStep = await ben.OpenAsync("/newsroom/account/two-step");
        var key = twoStep.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "");
        var on = await ben.PressAsync(twoStep, "Turn two-step sign-in on", ("Code", CodeNow(key)));
        var recovery = on.Document.QuerySelector(".codes code")!.TextContent;
        using var there = new Visitor(_site);
        await there.SignInAsync(Email, Better);
        await there.PressAsync(await there.OpenAsync("/newsroom/login/code?recovery=true"), "Sign in", ("Code", "none of them"));
        await there.PressAsync(await there.OpenAsync("/newsroom/login/code?recovery=true"), "Sign in", ("Code", recovery));
        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        using var third = new Visitor(_site);
        await third.PressAsync(await third.SignInAsync(Email, Better), "Sign in", ("Code", CodeNow(key)));
        await third.PressAsync(await third.OpenAsync("/newsroom/account/two-step"), "Make new recovery codes");
        await third.PressAsync(await third.OpenAsync("/newsroom/account/two-step"), "Turn two-step sign-in off");
        await third.PressAsync(await third.OpenAsync("/newsroom/account/sessions"), "Sign out everywhere");

        Assert.Equal(
        [
            "account.session-ended: Ben Stone signed out on another device, Safari on iPhone",
            "account.renamed: Ben Stone changed their name to Benjamin Stone",
            "account.proof-refused: Benjamin Stone gave a wrong password when changing it",
            "account.password-changed: Benjamin Stone changed the password of their account",
            "account.proof-refused: Benjamin Stone gave a wrong password when asked for it again",
            "account.proved: Benjamin Stone gave the password again, to change what protects accounts",
            "token.made: Benjamin Stone made the access token “Agency” (read) for 30 days",
            "token.taken-back: Benjamin Stone took the access token “Agency” back",
            "account.two-step-on: Benjamin Stone turned two-step sign-in on and was signed out on every other device",
            "account.refused: Benjamin Stone was refused at sign-in: wrong recovery code",
            "account.recovery-code-used: Benjamin Stone used a recovery code",
            "account.signed-in: Benjamin Stone signed in by password and recovery code",
            "account.signed-in: Benjamin Stone signed in by password and code",
            "account.recovery-codes-made: Benjamin Stone made new recovery codes and was signed out on every other device",
            "account.two-step-off: Benjamin Stone turned two-step sign-in off and was signed out on every other device",
            "account.sessions-ended: Benjamin Stone signed out on every device",
        ], (await ToldAsync()).Skip(from));
        Assert.DoesNotContain(await _site.RecordAsync(), e => e.Words.Contains(recovery, StringComparison.OrdinalIgnoreCase) || e.Words.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_do_what()
    {
        using var ada = await InvitationTests.AdministratorAsync(_site);
        var from = (await _site.RecordAsync()).Count;

        await ada.PressAsync(await ada.OpenAsync("/newsroom/accounts/invite"), "Send the invitation", ("Name", "Cleo"), ("Email", "cleo@example.org"), ("Role", "Editor"));
        await ada.PressAsync(await ada.OpenAsync("/newsroom/accounts"), "Take back the invitation of Cleo");
        await ada.PressAsync(await ada.OpenAsync("/newsroom/accounts/invite"), "Send the invitation", ("Name", "Ben Stone"), ("Email", Email), ("Role", "Journalist"));
        await _site.LetterToAsync(Email);
        await ada.PressAsync(await ada.OpenAsync("/newsroom/accounts"), "Send again to Ben Stone");
        using var ben = new Visitor(_site);
        await ben.PressAsync(await ben.OpenAsync(Letters.LinkIn(await _site.LetterToAsync(Email))), "Join", ("Name", "Ben Stone"), ("Password", Password));
        var id = (await _site.RecordAsync())[^1].AccountId;
        var path = $"/newsroom/accounts/{id}";
        await ada.PressAsync(await ada.OpenAsync(path), "Change the role", ("Role", "Administrator"));
        await ada.PressAsync(await ada.OpenAsync(path), "Disable the account");
        await ben.SignInAsync(Email, Password);
        await ada.PressAsync(await ada.OpenAsync(path), "Open the account");
        await ada.PressAsync(await ada.OpenAsync(path), "Send a link for a new password");
        await ben.PressAsync(await ben.OpenAsync(Letters.LinkIn(await _site.LetterToAsync(Email))), "Set the password", ("Password", Better));
        await ben.PressAsync(await ben.OpenAsync("/newsroom/forgot"), "Send the link", ("Email", Email));
        await _site.LetterToAsync(Email);
        await ben.PressAsync(await ben.OpenAsync("/newsroom/forgot"), "Send the link", ("Email", "nobody@example.org"));
        await Eventually.TrueAsync(async () => (await _site.RecordAsync()).Exists(e => e.Act == "account.reset-refused")); // after the answer, which tells nobody whether an address is known

        Assert.Equal(
        [
            "account.invited: Ada Quill invited Cleo as an editor",
            "account.invitation-taken-back: Ada Quill took the invitation of Cleo back",
            "account.invited: Ada Quill invited Ben Stone as a journalist",
            "account.invited-again: Ada Quill invited Ben Stone as a journalist once more",
            "account.joined: Ben Stone joined as a journalist, invited by Ada Quill",
            "account.signed-in: Ben Stone signed in by invitation",
            "account.role-changed: Ada Quill made Ben Stone an administrator, who was a journalist, and signed them out everywhere",
            "account.closed: Ada Quill closed the account of Ben Stone and signed them out everywhere",
            "account.refused: Ben Stone was refused at sign-in: the account is closed",
            "account.reopened: Ada Quill opened the account of Ben Stone again",
            "account.reset-sent: Ada Quill had a link for a new password sent to Ben Stone",
            "account.password-reset: Ben Stone chose a new password by a link and was signed out everywhere",
            "account.reset-sent: Somebody had a link for a new password sent to Ben Stone",
            "account.reset-refused: Somebody asked for a new password with an e-mail address that opens no account",
        ], (await ToldAsync()).Skip(from));
    }

    [Fact]
    public async Task What_was_refused_leaves_no_act()
    {
        var account = await _site.MakeAccountAsync(Role.Administrator, "Ada Quill", "ada@example.org", Password);
        using var ada = new Visitor(_site, (await _site.SignInCookiesAsync(account)).Cookies);

        await ada.PressAsync(await ada.OpenAsync($"/newsroom/accounts/{account.Id}"), "Change the role", ("Role", "Editor")); // the only administrator
        await ada.PressAsync(await ada.OpenAsync($"/newsroom/accounts/{account.Id}"), "Disable the account");

        Assert.Empty(await ToldAsync());
    }

    private async Task<IReadOnlyList<string>> ToldAsync() => [.. (await _site.RecordAsync()).Select(e => $"{e.Act}: {e.By} {e.Words}")];

    private string CodeNow(string key) => TimeCodes.CodeOf(key, TimeCodes.StepOf(_site.Clock.GetUtcNow()));
}
