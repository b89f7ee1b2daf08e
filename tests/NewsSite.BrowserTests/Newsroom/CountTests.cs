using System.Diagnostics;
using Microsoft.Playwright;
using NewsSite.Web.Newsroom;
using Xunit.Abstractions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What stands between “New story” and a live page, in clicks and keys; docs/explanation/clicks-and-keys.md quotes the numbers.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class CountTests(NewsroomPaper paper, ITestOutputHelper output)
{
    private const string Headline = "Bus between Brackwater and the hospital is saved for a year";
    private const string Words = "The council of Brackwater met on Tuesday evening and agreed what it had put off since the autumn.";

    [Fact]
    public async Task With_the_mouse_a_story_is_in_review_after_three_clicks_and_two_keys_and_an_approved_one_is_live_after_two_more()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        await laura.GoAsync("/newsroom/articles");
        var hands = await Hands.StartAsync(laura.Page);

        await laura.Page.GetByRole(AriaRole.Link, new() { Name = "New story" }).First.ClickAsync();
        await laura.ReadyAsync();
        var began = Stopwatch.GetTimestamp();
        await WriteAsync(laura, Headline);
        await laura.Next.ClickAsync();
        await ReadyButton(laura).ClickAsync();
        await Assertions.Expect(laura.Next).ToContainTextAsync("Approve");
        output.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s of typing and pressing, to review");
        Assert.Equal((3, 2), await hands.CountAsync());

        await paper.ApproveAsync(await laura.StoryIdAsync());
        await laura.LookAgainAsync();
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Publish…");
        await laura.Next.ClickAsync();
        await ReadyButton(laura).ClickAsync();
        var pressed = Stopwatch.GetTimestamp();
        await ReadAsync(laura);

        output.WriteLine($"{Stopwatch.GetElapsedTime(pressed).TotalSeconds:0.00} s from the last click to the page");
        Assert.Equal((5, 2), await hands.CountAsync());
    }

    [Fact]
    public async Task With_the_mouse_an_administrator_alone_is_live_after_four_clicks_and_two_keys_and_a_reason()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Administrator);
        await laura.GoAsync("/newsroom/articles");
        var hands = await Hands.StartAsync(laura.Page);

        await laura.Page.GetByRole(AriaRole.Link, new() { Name = "New story" }).First.ClickAsync();
        await laura.ReadyAsync();
        await WriteAsync(laura, Headline + " today");
        await laura.ChooseAsync("Publish without approval…");
        await ReadyButton(laura).WaitForAsync();
        await laura.Page.Keyboard.TypeAsync("The last bus of the old timetable leaves at noon.");
        await ReadyButton(laura).ClickAsync();
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Live", new() { Timeout = 15_000 });

        Assert.Equal((4, 2), await hands.CountAsync());
    }

    [Fact]
    public async Task By_keyboard_alone_a_story_is_in_review_and_then_live_after_few_keys()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        await laura.GoAsync("/newsroom/articles");
        var hands = await Hands.StartAsync(laura.Page);

        await PressUntilAsync(laura, "Tab", "New story");
        await laura.Page.Keyboard.PressAsync("Enter");
        await laura.ReadyAsync();
        var before = (await hands.CountAsync()).Keys;
        await WriteAsync(laura, Headline + " again");
        await laura.SavedAsync();
        await laura.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await ReadyButton(laura).WaitForAsync();
        await laura.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(laura.Next).ToContainTextAsync("Approve");
        var review = (await hands.CountAsync()).Keys;
        await paper.ApproveAsync(await laura.StoryIdAsync());
        await laura.LookAgainAsync();
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Publish…");
        await laura.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await ReadyButton(laura).WaitForAsync();
        await laura.Page.Keyboard.PressAsync("Enter");
        await ReadAsync(laura);

        var (clicks, keys) = await hands.CountAsync();
        output.WriteLine($"{before} keys to the empty story, {review - before} from there to review, {keys - review} from approved to live");
        Assert.Equal(0, clicks);
        Assert.True(before <= 5, $"{before} keys from the list to the empty story");
        Assert.Equal(4, review - before);
        Assert.Equal(2, keys - review);
    }

    private static ILocator ReadyButton(Person person) => person.Page.Locator(".dialog-end button:last-child[aria-disabled=false]");

    private static async Task WriteAsync(Person person, string headline)
    {
        await person.Page.Keyboard.TypeAsync(headline);
        await person.Page.Keyboard.PressAsync("Enter"); // to the standfirst
        await person.Page.Keyboard.PressAsync("Enter"); // to the text
        await person.Page.Keyboard.TypeAsync(Words);
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
