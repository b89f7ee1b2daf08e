using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class KeyboardStoryTests(NewsroomPaper paper)
{
    [Fact]
    public async Task A_story_is_begun_given_a_statement_a_link_and_a_topic_put_in_order_and_published_without_a_mouse()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        var (page, keys) = (laura.Page, laura.Page.Keyboard);
        await laura.GoAsync("/newsroom/articles");
        await TabToAsync(page, "New story");
        await keys.PressAsync("Enter");
        await laura.ReadyAsync();

        await keys.TypeAsync("Nothing but keys");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("A standfirst, typed.");
        await keys.PressAsync("Enter");
        await Assertions.Expect(laura.Body).ToBeFocusedAsync();
        await keys.TypeAsync("The council met.");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("/statement");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Statement" }).First).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".card :focus")).ToHaveCountAsync(1);
        await TabToAsync(page, "Person", back: true);
        await keys.TypeAsync("Frances");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Frances Nicholson" }).First).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await TabToAsync(page, "Words");
        await keys.TypeAsync("“Typed for a test.”");
        await keys.PressAsync("Escape");
        await keys.PressAsync("Alt+Shift+ArrowUp");
        await laura.SavedAsync();
        var id = await laura.StoryIdAsync();
        var types = (await laura.DraftAsync(id))["content"]!["blocks"]!.AsArray().Select(b => (string)b!["type"]!).ToList();
        Assert.Equal(["statement", "prose"], types);

        await keys.PressAsync("Control+/");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("Control+s");
        Assert.Equal("", string.Join('\n', (await laura.DraftAsync(id))["issues"]!.AsArray().Where(i => (string)i!["severity"]! == "stop").Select(i => (string)i!["message"]!)));
        await TabToAsync(page, "Publish", back: true);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("First publication");
        await TabToAsync(page, "Publish now");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("It is live.", new() { Timeout = 15_000 });

        Assert.Equal("live", (string)(await laura.DraftAsync(id))["state"]!);
        Assert.Empty(laura.Faults);
    }

    /// <summary>Presses Tab until something of this name has the focus; Tab must reach it and must not be trapped.</summary>
    private static async Task TabToAsync(IPage page, string name, bool back = false)
    {
        const string Named = """
            () => {
                const e = document.activeElement;
                const by = e.getAttribute('aria-labelledby');
                const label = (by ? document.getElementById(by)?.textContent : null) ?? e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent;
                return (label ?? '').trim();
            }
            """;
        for (var presses = 0; presses < 60; presses++)
        {
            if ((await page.EvaluateAsync<string>(Named)).StartsWith(name, StringComparison.Ordinal)) return;
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }
        Assert.Fail($"Tab does not reach “{name}”.");
    }
}
