using Microsoft.Playwright;
using NewsSite.Tests;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The order of a story's blocks, by the mouse; by keys it is in <see cref="KeyboardStoryTests"/>.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class OrderTests(NewsroomPaper paper)
{
    [Fact]
    public async Task A_block_is_dragged_to_another_place_and_undo_brings_it_back_after_a_save()
    {
        await using var ada = await paper.SignInAsync();
        await ada.OpenStoryAsync();
        await ada.Headline.FillAsync("A story in order");
        await ada.Body.ClickAsync();
        await ada.Page.Keyboard.TypeAsync("The council met.");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("/statement");
        await ada.Page.GetByRole(AriaRole.Option, new() { Name = "Statement" }).First.WaitForAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("“Typed for a test.”");
        await ada.SavedAsync();
        var id = await ada.StoryIdAsync();
        Assert.Equal(["prose", "statement"], await OrderAsync(ada, id));

        await ada.Page.Locator(".card-statement [data-grip]").HoverAsync();
        await ada.Page.Mouse.DownAsync();
        var paragraph = (await ada.Body.Locator("p", new() { HasText = "The council met." }).BoundingBoxAsync())!;
        await ada.Page.Mouse.MoveAsync(paragraph.X + 20, paragraph.Y - 4, new() { Steps = 8 });
        await ada.Page.Mouse.UpAsync();
        await SavedInOrderAsync(ada, id, "statement", "prose");

        await ada.Page.Keyboard.PressAsync("Control+z");
        await SavedInOrderAsync(ada, id, "prose", "statement");

        Assert.Empty(ada.Faults);
    }

    // A save may be over before the line at the top has been looked at.
    private static Task SavedInOrderAsync(Person person, string id, params string[] types) => Eventually.TrueAsync(async () => (await OrderAsync(person, id)).SequenceEqual(types));

    private static async Task<IEnumerable<string>> OrderAsync(Person person, string id) =>
        (await person.DraftAsync(id))["content"]!["blocks"]!.AsArray().Select(b => (string)b!["type"]!);
}
