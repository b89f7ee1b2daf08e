using Microsoft.Playwright;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class KeyboardStoryTests(NewsroomPaper paper)
{
    [Fact]
    public async Task A_story_is_begun_given_a_statement_a_link_and_a_topic_put_in_order_and_published_without_a_mouse()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        var (page, keys) = (laura.Page, laura.Page.Keyboard);
        await laura.GoAsync("/newsroom/articles");
        await laura.TabToAsync("New story");
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
        await laura.TabToAsync("Person", back: true);
        await keys.TypeAsync("Frances");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Frances Nicholson" }).First).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await laura.TabToAsync("Words");
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
        await paper.ApproveAsync(id);
        await laura.LookAgainAsync();
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Publish…");
        await laura.TabToAsync("Publish…", back: true);
        await keys.PressAsync("Enter");
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("Changes for readers");
        await laura.TabToAsync("Publish now");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("It is live.", new() { Timeout = 15_000 });

        Assert.Equal("live", (string)(await laura.DraftAsync(id))["state"]!);
        Assert.Empty(laura.Faults);
    }
}
