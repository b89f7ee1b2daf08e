using System.Diagnostics;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What stands between “New story” and a live page, in clicks and keys; docs/explanation/clicks-and-keys.md quotes the numbers.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class CountTests(NewsroomPaper paper, ITestOutputHelper output)
{
    private const string Headline = "Bus between Brackwater and the hospital is saved for a year";
    private const string Words = "The council of Brackwater met on Tuesday evening and agreed what it had put off since the autumn.";

    [Fact]
    public async Task With_the_mouse_a_story_is_live_after_three_clicks_and_two_keys()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        await laura.GoAsync("/newsroom/articles");
        var hands = await Hands.StartAsync(laura.Page);

        await laura.Page.GetByRole(AriaRole.Link, new() { Name = "New story" }).First.ClickAsync();
        await laura.ReadyAsync();
        var began = Stopwatch.GetTimestamp();
        await laura.Page.Keyboard.TypeAsync(Headline);
        await laura.Page.Keyboard.PressAsync("Enter"); // to the standfirst
        await laura.Page.Keyboard.PressAsync("Enter"); // to the text
        await laura.Page.Keyboard.TypeAsync(Words);
        await laura.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await laura.Page.Locator("dialog button[aria-disabled=false]").ClickAsync();
        var pressed = Stopwatch.GetTimestamp();
        await ReadAsync(laura);

        output.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s of typing and pressing, {Stopwatch.GetElapsedTime(pressed).TotalSeconds:0.00} s from the last click to the page");
        Assert.Equal((3, 2), await hands.CountAsync());
    }

    [Fact]
    public async Task By_keyboard_alone_a_story_is_live_after_few_keys()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        await laura.GoAsync("/newsroom/articles");
        var hands = await Hands.StartAsync(laura.Page);

        await PressUntilAsync(laura, "Tab", "New story");
        await laura.Page.Keyboard.PressAsync("Enter");
        await laura.ReadyAsync();
        var before = (await hands.CountAsync()).Keys;
        await laura.Page.Keyboard.TypeAsync(Headline + " again");
        await laura.Page.Keyboard.PressAsync("Enter");
        await laura.Page.Keyboard.PressAsync("Enter");
        await laura.Page.Keyboard.TypeAsync(Words);
        await laura.SavedAsync();
        await PressUntilAsync(laura, "Shift+Tab", "Publish");
        await laura.Page.Keyboard.PressAsync("Enter");
        await laura.Page.Locator("dialog button[aria-disabled=false]").WaitForAsync();
        await laura.Page.Keyboard.PressAsync("Enter");
        await ReadAsync(laura);

        var (clicks, keys) = await hands.CountAsync();
        output.WriteLine($"{before} keys to the empty story, {keys - before} from there to live");
        Assert.Equal(0, clicks);
        Assert.True(keys - before <= 9, $"{keys - before} keys from the empty story to live");
        Assert.True(before <= 5, $"{before} keys from the list to the empty story");
    }

    private static async Task PressUntilAsync(Person person, string key, string name)
    {
        for (var i = 0; i < 20; i++)
        {
            await person.Page.Keyboard.PressAsync(key);
            if (await person.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()") == name) return;
        }
        Assert.Fail($"“{name}” is more than 20 keys away.");
    }

    private static async Task ReadAsync(Person person)
    {
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("It is live.", new() { Timeout = 15_000 });
        var address = await person.Page.GetByRole(AriaRole.Link, new() { Name = "Read it as readers do" }).GetAttributeAsync("href");
        var answer = await person.Context.APIRequest.GetAsync(new Uri(new Uri(person.Address), address).ToString());
        Assert.Equal(200, answer.Status);
    }

    /// <summary>Counts real clicks, and keys other than those that write a letter, over all pages of a window.</summary>
    private sealed class Hands(IPage page)
    {
        private int _clicks, _keys;

        public static async Task<Hands> StartAsync(IPage page)
        {
            var hands = new Hands(page);
            await page.ExposeFunctionAsync("countClick", () => Interlocked.Increment(ref hands._clicks));
            await page.ExposeFunctionAsync("countKey", () => Interlocked.Increment(ref hands._keys));
            const string script =
                """
                addEventListener('pointerdown', () => countClick(), true);
                addEventListener('keydown', e => { if (!e.repeat && e.key.length > 1 && !['Shift', 'Control', 'Alt', 'Meta'].includes(e.key)) countKey(); }, true);
                """;
            await page.AddInitScriptAsync(script);
            await page.EvaluateAsync("() => {" + script + "}");
            return hands;
        }

        // The last of them may still be on its way from the page.
        public async Task<(int Clicks, int Keys)> CountAsync()
        {
            await page.EvaluateAsync("() => 0");
            return (_clicks, _keys);
        }
    }
}
