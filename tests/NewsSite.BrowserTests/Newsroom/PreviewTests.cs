using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>A draft is looked at before readers see it, in the newsroom and by somebody who has only a link.</summary>
[Collection(SharedPaper.Name)]
public sealed class PreviewTests(Paper paper)
{
    [Fact]
    public async Task A_link_is_made_opened_by_a_stranger_noted_on_and_taken_back_all_by_keyboard()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(Story);
        await using var newsroom = await SignedInAsync(site);
        var page = await newsroom.NewPageAsync();
        await page.GotoAsync($"/newsroom/articles/{id}/preview");

        await page.GetByLabel("It works for").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var address = await page.GetByLabel("The new link").InputValueAsync();

        await using var elsewhere = await paper.Browser.NewContextAsync();
        var stranger = await elsewhere.NewPageAsync();
        await stranger.GotoAsync(Base(site) + new Uri(address).AbsolutePath);
        await stranger.GetByRole(AriaRole.Link, new() { Name = "Leave a note" }).FocusAsync();
        await stranger.Keyboard.PressAsync("Enter");
        await stranger.Keyboard.PressAsync("Tab");
        await stranger.Keyboard.TypeAsync("Una Pike");
        await stranger.Keyboard.PressAsync("Tab"); // past the field that nobody sees
        await stranger.Keyboard.TypeAsync("It was on a Monday.");
        await stranger.Keyboard.PressAsync("Tab");
        await stranger.Keyboard.PressAsync("Enter");
        await Assertions.Expect(stranger.GetByRole(AriaRole.Status)).ToContainTextAsync("The newsroom has your note");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("taken back");
        await stranger.ReloadAsync();
        await Assertions.Expect(stranger.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This preview is over");
    }

    [Fact]
    public async Task The_frame_is_as_wide_as_it_says_and_shows_every_theme()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(Story);
        await using var newsroom = await SignedInAsync(site);
        var page = await newsroom.NewPageAsync();
        var refused = new List<string>();
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text); };
        page.Response += (_, answer) => { if (answer.Status >= 400) refused.Add($"{answer.Status} {answer.Url}"); };

        foreach (var (link, pixels) in new[] { ("Phone", 390), ("Desktop", 1280) })
            foreach (var theme in new[] { "Broadsheet", "Tiny" })
            {
                await page.GotoAsync($"/newsroom/articles/{id}/preview");
                await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
                await page.GetByRole(AriaRole.Navigation, new() { Name = "Theme" }).GetByRole(AriaRole.Link, new() { Name = theme }).ClickAsync();
                var frame = page.FrameLocator("iframe");

                await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Story.Headline);
                Assert.Equal(pixels, await frame.Locator("html").EvaluateAsync<int>("() => innerWidth"));
                Assert.Equal(theme == "Tiny" ? 1 : 0, await frame.Locator(".tiny-statement").CountAsync());
            }
        Assert.Empty(refused);
    }

    [Fact]
    public async Task No_page_breaks_a_rule_of_WCAG_in_light_or_dark_at_any_width()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.PublishAsync(Story);
        await using var newsroom = await SignedInAsync(site);
        var page = await newsroom.NewPageAsync();
        await page.GotoAsync($"/newsroom/articles/{id}/preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var shared = new Uri(await page.GetByLabel("The new link").InputValueAsync()).AbsolutePath;
        var faults = new List<string>(await Wcag.FaultsAtAsync(page, "made", Widths));

        foreach (var path in new[] { $"/newsroom/articles/{id}/preview?width=desktop", shared, shared + "?noted=1", "/preview/none" })
        {
            await page.GotoAsync(path);
            faults.AddRange(await Wcag.FaultsAtAsync(page, path.Split('/', '?')[^1], Widths));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static AStory Story => new()
    {
        Headline = "Storm takes the pier",
        Standfirst = "Nobody was hurt.",
        Blocks = [new ProseBlock { Id = "p", Text = "The pier is gone.\n\nWords of a second paragraph." }, new StatementBlock { Id = "s", Person = null, Name = "Una Pike", Words = ["“Well.”"] }],
    };

    private static readonly int[] Widths = [360, 768, 1280];

    private async Task<IBrowserContext> SignedInAsync(TestSite site)
    {
        var (cookies, _) = await site.SignInCookiesAsync(Role.Journalist);
        var context = await paper.Browser.NewContextAsync(new() { BaseURL = Base(site) });
        await context.AddCookiesAsync(cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = Base(site) }));
        return context;
    }

    private static string Base(TestSite site) => $"http://localhost:{new Uri(site.Address).Port}";
}
