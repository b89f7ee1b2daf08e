using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Audit;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>How people come to an account and into it, in a real browser.</summary>
[Collection(SharedPaper.Name)]
public sealed class AccountTests(Paper paper)
{
    private const string Email = "ada@example.org", Password = "granite teapot violin";

    private static readonly string[] Pages =
    [
        "/newsroom/account", "/newsroom/account/password", "/newsroom/account/two-step", "/newsroom/account/passkeys", "/newsroom/account/sessions", "/newsroom/account/tokens",
        "/newsroom/account/confirm", "/newsroom/accounts", "/newsroom/accounts/invite", "/newsroom/logout",
    ];

    [Fact]
    public async Task The_newsroom_is_set_up_and_then_entered_with_a_passkey()
    {
        await using var site = await TestSite.StartAsync();
        await using var context = await paper.Browser.NewContextAsync(new() { BaseURL = Base(site) });
        var page = await context.NewPageAsync();
        var authenticator = await VirtualAuthenticator.AddAsync(context, page);

        await page.GotoAsync((await SetUpPathAsync(site))!);
        await page.GetByLabel("Your name").FillAsync("Ada Quill");
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Welcome, Ada Quill");

        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Desk computer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“Desk computer” is added");
        Assert.Equal(1, await authenticator.CountAsync());

        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false"); // or the field of the e-mail address could answer before the button
        await page.GotoAsync("/newsroom/logout");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You are signed out.");
        await page.GotoAsync("/newsroom/account/sessions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await page.ArriveAsync("/newsroom/account/sessions$");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("on Linux");
        await page.GotoAsync("/newsroom/account/passkeys");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Desk computer" })).ToContainTextAsync("last used");
        await page.GetByRole(AriaRole.Region, new() { Name = "Desk computer" }).Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “Desk computer”" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“Desk computer” is removed");
        Assert.Equal(
            ["account.set-up", "account.signed-in", "account.passkey-added", "account.signed-out", "account.signed-in", "account.passkey-removed"], (await site.RecordAsync()).Select(e => e.Act));
    }

    [Fact]
    public async Task Two_step_sign_in_is_turned_on_and_used_by_keyboard_alone()
    {
        await using var site = await TestSite.StartAsync();
        await site.MakeAccountAsync(Role.Journalist, "Ada Quill", Email, Password);
        await using var context = await paper.Browser.NewContextAsync(new() { BaseURL = Base(site) });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/newsroom/account/two-step");
        await Assertions.Expect(page.Locator("#Email")).ToBeFocusedAsync();
        await TypeAsync(page, Email, "Tab", Password, "Enter"); // the cursor is in the first field
        await page.ArriveAsync("/newsroom/account/two-step$");
        var key = (await page.Locator("code.key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await TabToAsync(page, "#Code");
        await TypeAsync(page, CodeNow(site, key), "Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Two-step sign-in is on");
        Assert.Equal(10, await page.Locator(".codes code").CountAsync());

        await context.ClearCookiesAsync();
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await page.GotoAsync("/newsroom/account");
        await Assertions.Expect(page.Locator("#Email")).ToBeFocusedAsync();
        await TypeAsync(page, Email, "Tab", Password, "Enter");
        await page.ArriveAsync("/newsroom/login/code");
        await TypeAsync(page, CodeNow(site, key) == "000000" ? "111111" : "000000", "Enter");
        await Assertions.Expect(page.Locator("#Code-error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#Code")).ToBeFocusedAsync();
        await TypeAsync(page, CodeNow(site, key), "Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your account" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You have 10 recovery codes left.");
    }

    [Fact]
    public async Task No_account_page_breaks_a_rule_of_WCAG_or_reaches_out_of_the_window()
    {
        await using var site = await TestSite.StartAsync();
        var setUp = await SetUpPathAsync(site);
        await using var stranger = await paper.Browser.NewContextAsync(new() { BaseURL = Base(site) });
        var faults = new List<string>();
        foreach (var path in new[] { setUp!, "/newsroom/login", "/newsroom/forgot", "/newsroom/reset?token=x", "/newsroom/invitation?token=x" }) faults.AddRange(await FaultsAsync(stranger, path));
        var ada = await site.MakeAccountAsync(Role.Administrator, "Ada Quill", Email, Password);
        await using var context = await paper.Browser.NewContextAsync(new() { BaseURL = Base(site) });
        var (cookies, _) = await site.SignInCookiesAsync(ada);
        await context.AddCookiesAsync(cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = Base(site) }));
        var form = await context.NewPageAsync();
        await form.GotoAsync("/newsroom/accounts/invite");
        await form.GetByLabel("Name").FillAsync("Ben Stone");
        await form.GetByLabel("E-mail address").FillAsync("ben@example.org");
        await form.GetByLabel("Editor").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        await form.GotoAsync("/newsroom/account/tokens");
        await form.GetByLabel("Name").FillAsync("Robot");
        await form.GetByLabel("Write stories").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        await Assertions.Expect(form.Locator("code.key")).ToContainTextAsync("ns_");

        foreach (var path in Pages.Append($"/newsroom/accounts/{ada.Id}")) faults.AddRange(await FaultsAsync(context, path));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IBrowserContext context, string path)
    {
        var faults = new List<string>();
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) faults.Add($"{path}: {message.Text}");
        };
        page.PageError += (_, error) => faults.Add($"{path}: {error}");
        await page.GotoAsync(path);
        faults.AddRange(await Wcag.FaultsAtAsync(page, path, [360, 1280]));
        await page.CloseAsync();
        return faults;
    }

    // Passkeys belong to a name, never to a number.
    private static string Base(TestSite site) => $"http://localhost:{new Uri(site.Address).Port}";

    private static Task<string?> SetUpPathAsync(TestSite site) => site.DoAsync(services => services.GetRequiredService<SetUp>().MakePathAsync(CancellationToken.None));

    private static string CodeNow(TestSite site, string key) => TimeCodes.CodeOf(key, TimeCodes.StepOf(site.Clock.GetUtcNow()));

    // A word of letters is a key where the keyboard has one of that name.
    private static async Task TypeAsync(IPage page, params string[] words)
    {
        foreach (var word in words)
            if (word is "Tab" or "Enter") await page.Keyboard.PressAsync(word);
            else await page.Keyboard.TypeAsync(word);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(selector).EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }
        Assert.Fail($"{selector} cannot be reached with the tabulator.");
    }

    /// <summary>An authenticator that the browser makes believe in: it has a resident key and knows who is holding it.</summary>
    private sealed class VirtualAuthenticator
    {
        private readonly ICDPSession _tools;
        private readonly string _id;

        private VirtualAuthenticator(ICDPSession tools, string id) => (_tools, _id) = (tools, id);

        public static async Task<VirtualAuthenticator> AddAsync(IBrowserContext context, IPage page)
        {
            var tools = await context.NewCDPSessionAsync(page);
            await tools.SendAsync("WebAuthn.enable");
            var options = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            };
            var answer = await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
            return new(tools, answer!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public async Task<int> CountAsync()
        {
            JsonElement answer = (await _tools.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = _id }))!.Value;
            return answer.GetProperty("credentials").GetArrayLength();
        }
    }
}
