using System.Net;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Accounts;

public sealed class TwoStepTests
{
    private const string Email = "ada@example.org", Password = "granite teapot violin";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, TimeCodes.CodeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCodes.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public async Task A_code_is_asked_for_after_the_password_and_taken_once()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        var (key, _) = await TurnOnAsync(site, ada);
        using var there = new Visitor(site);
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = CodeNow(site, key);

        var ask = await there.SignInAsync(Email, Password);
        var closed = await there.OpenAsync("/newsroom/account");
        var wrong = await there.PressAsync(await there.OpenAsync("/newsroom/login/code"), "Sign in", ("Code", code == "123456" ? "654321" : "123456"));
        var right = await there.PressAsync(wrong, "Sign in", ("Code", code.Insert(3, " ")));
        using var thief = new Visitor(site);
        var replay = await thief.PressAsync(await thief.SignInAsync(Email, Password), "Sign in", ("Code", code));
        site.Clock.Pass(TimeSpan.FromSeconds(30));
        var next = await thief.PressAsync(replay, "Sign in", ("Code", CodeNow(site, key)));

        Assert.Equal("/newsroom/login/code", ask.Path);
        Assert.StartsWith("/newsroom/login?", closed.Path);
        Assert.NotNull(wrong.ErrorOf("Code"));
        Assert.StartsWith("/newsroom", right.Path);
        Assert.DoesNotContain("login", right.Path);
        Assert.NotNull(replay.ErrorOf("Code"));
        Assert.DoesNotContain("login", next.Path);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_the_ones_left_are_counted()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        var (_, codes) = await TurnOnAsync(site, ada);
        using var there = new Visitor(site);

        var ask = await there.SignInAsync(Email, Password);
        var form = await there.OpenAsync("/newsroom/login/code?recovery=true");
        var used = await there.PressAsync(form, "Sign in", ("Code", codes[3].ToUpperInvariant().Replace("-", " ")));
        var account = await there.OpenAsync("/newsroom/account");
        using var thief = new Visitor(site);
        await thief.SignInAsync(Email, Password);
        var again = await thief.PressAsync(await thief.OpenAsync("/newsroom/login/code?recovery=true"), "Sign in", ("Code", codes[3]));

        Assert.Contains("recovery=true", ask.Html);
        Assert.DoesNotContain("login", used.Path);
        Assert.Contains("9 recovery codes left", account.Text);
        Assert.NotNull(again.ErrorOf("Code"));
    }

    [Fact]
    public async Task Ten_codes_are_shown_once_and_can_be_downloaded_and_renewed()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        var shown = (await TurnOnAsync(site, ada)).Page;

        var file = await ada.PressAsync(shown, "Download as a file");
        var later = await ada.OpenAsync("/newsroom/account/two-step");
        var renewed = await ada.PressAsync(later, "Make new recovery codes");

        var codes = CodesOn(shown);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Contains(code, file.Html));
        Assert.DoesNotContain(codes[0], later.Html);
        Assert.Equal(10, CodesOn(renewed).Except(codes).Count());
    }

    [Fact]
    public async Task Turning_it_on_and_off_signs_out_every_other_device()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        using var there = new Visitor(site);
        await there.SignInAsync(Email, Password);
        var (key, _) = await TurnOnAsync(site, ada);

        var ended = await there.OpenAsync("/newsroom/account");
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await there.PressAsync(await there.SignInAsync(Email, Password), "Sign in", ("Code", CodeNow(site, key)));
        var off = await ada.PressAsync(await ada.OpenAsync("/newsroom/account/two-step"), "Turn two-step sign-in off");

        Assert.StartsWith("/newsroom/login", ended.Path);
        Assert.Contains("off", off.Done);
        Assert.StartsWith("/newsroom/login", (await there.OpenAsync("/newsroom/account")).Path);
        Assert.DoesNotContain("login", (await there.SignInAsync(Email, Password)).Path);
    }

    [Fact]
    public async Task Six_wrong_codes_close_the_second_step_even_for_the_right_one()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        var (key, _) = await TurnOnAsync(site, ada);
        using var thief = new Visitor(site);
        site.Clock.Pass(TimeSpan.FromMinutes(20));
        var page = await thief.SignInAsync(Email, Password);
        var good = CodeNow(site, key);
        for (var i = 0; i < 6; i++) page = await thief.PressAsync(page, "Sign in", ("Code", good == "000000" ? "111111" : "000000"));

        var closed = await thief.PressAsync(page, "Sign in", ("Code", good));

        Assert.NotNull(closed.ErrorOf("Code"));
        Assert.StartsWith("/newsroom/login/code", closed.Path);
    }

    [Fact]
    public async Task The_second_step_is_open_for_ten_minutes_after_the_first()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        var (key, _) = await TurnOnAsync(site, ada);
        using var slow = new Visitor(site);
        var page = await slow.SignInAsync(Email, Password);
        site.Clock.Pass(TimeSpan.FromMinutes(11));

        var late = await slow.PressAsync(page, "Sign in", ("Code", CodeNow(site, key)));

        Assert.Equal("/newsroom/login", late.Path);
    }

    [Fact]
    public async Task An_administrator_lets_in_somebody_who_has_lost_app_and_codes()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        await TurnOnAsync(site, ada);
        using var ben = await InvitationTests.AdministratorAsync(site, "Ben Stone");
        var list = await ben.OpenAsync("/newsroom/accounts");
        var link = list.Document.QuerySelectorAll("th a").Single(a => a.TextContent == "Ada Quill").GetAttribute("href")!;

        var done = await ben.PressAsync(await ben.OpenAsync(link), "Turn two-step sign-in off");

        Assert.Contains("password alone", done.Done);
        Assert.StartsWith("/newsroom/login", (await ada.OpenAsync("/newsroom/account")).Path);
        Assert.DoesNotContain("login", (await ada.SignInAsync(Email, Password)).Path);
    }

    [Fact]
    public async Task A_wrong_code_turns_nothing_on_and_the_key_stays_on_the_page()
    {
        await using var site = await StartAsync();
        using var ada = new Visitor(site);
        await ada.SignInAsync(Email, Password);
        var page = await ada.OpenAsync("/newsroom/account/two-step");

        var wrong = await ada.PressAsync(page, "Turn two-step sign-in on", ("Code", CodeNow(site, KeyOn(page)) == "000000" ? "111111" : "000000"));

        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.NotNull(wrong.ErrorOf("Code"));
        Assert.Equal(KeyOn(page), KeyOn(wrong));
        Assert.NotNull(page.Document.QuerySelector("svg.qr path"));
        Assert.Contains("Off", (await ada.OpenAsync("/newsroom/account")).Text);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.MakeAccountAsync(Role.Journalist, "Ada Quill", Email, Password);
        return site;
    }

    private static async Task<TurnedOn> TurnOnAsync(TestSite site, Visitor visitor)
    {
        await visitor.SignInAsync(Email, Password);
        var page = await visitor.OpenAsync("/newsroom/account/two-step");
        var key = KeyOn(page);
        var done = await visitor.PressAsync(page, "Turn two-step sign-in on", ("Code", CodeNow(site, key)));
        return new(key, CodesOn(done), done);
    }

    private static string KeyOn(Seen page) => page.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "");

    private static string CodeNow(TestSite site, string key) => TimeCodes.CodeOf(key, TimeCodes.StepOf(site.Clock.GetUtcNow()));

    private static string[] CodesOn(Seen page) => [.. page.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent)];

    private sealed record TurnedOn(string Key, string[] Codes, Seen Page)
    {
        public void Deconstruct(out string key, out string[] codes) => (key, codes) = (Key, Codes);
    }
}
