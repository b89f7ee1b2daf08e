using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class TogetherTests(NewsroomPaper paper)
{
    [Fact]
    public async Task Two_people_in_one_story_see_each_other_and_what_each_does_to_another_block_is_kept()
    {
        await using var ada = await paper.SignInAsync("Ada Quill");
        var id = await WithTwoBlocksAsync(ada);
        await using var ben = await paper.SignInAsync("Ben Oakes");
        await ben.OpenStoryAsync(id);

        await Assertions.Expect(ada.Page.Locator(".faces")).ToContainTextAsync("Ben Oakes", new() { Timeout = 15_000 });
        await ada.Page.Locator(".ProseMirror p").First.ClickAsync();
        await ada.Page.Keyboard.PressAsync("End");
        await ada.Page.Keyboard.TypeAsync(" Ada was here.");
        await ben.Page.Locator(".ProseMirror textarea").First.ClickAsync();
        await ben.Page.Keyboard.PressAsync("Control+End");
        await ben.Page.Keyboard.TypeAsync(" Ben was here.");
        await ada.SavedAsync();
        await ben.SavedAsync();

        await Assertions.Expect(ada.Page.Locator(".ProseMirror textarea").First).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Ben was here"), new() { Timeout = 20_000 });
        await Assertions.Expect(ben.Body).ToContainTextAsync("Ada was here.", new() { Timeout = 20_000 });
        var blocks = await ada.ContentAsync(id);
        Assert.Contains("Ada was here.", blocks, StringComparison.Ordinal);
        Assert.Contains("Ben was here.", blocks, StringComparison.Ordinal);
        Assert.Empty(ada.Faults.Concat(ben.Faults));
    }

    [Fact]
    public async Task When_both_change_one_block_both_texts_stand_side_by_side_and_neither_is_lost()
    {
        await using var ada = await paper.SignInAsync("Ada Quill");
        var id = await WithTwoBlocksAsync(ada);
        await using var ben = await paper.SignInAsync("Ben Oakes");
        await ben.OpenStoryAsync(id);

        await ben.Context.SetOfflineAsync(true);
        await ben.Page.Locator(".ProseMirror p").First.ClickAsync();
        await ben.Page.Keyboard.PressAsync("End");
        await ben.Page.Keyboard.TypeAsync(" Ben’s ending.");
        await ada.Page.Locator(".ProseMirror p").First.ClickAsync();
        await ada.Page.Keyboard.PressAsync("End");
        await ada.Page.Keyboard.TypeAsync(" Ada’s ending.");
        await ada.SavedAsync();
        await ben.Context.SetOfflineAsync(false);

        var choice = ben.Page.Locator(".conflict").First;
        await Assertions.Expect(choice).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(choice).ToContainTextAsync("Ada’s ending.");
        await Assertions.Expect(choice).ToContainTextAsync("Ben’s ending.");
        await choice.GetByRole(AriaRole.Button, new() { Name = "Keep both" }).ClickAsync();
        await ben.SavedAsync();

        var blocks = await ben.ContentAsync(id);
        Assert.Contains("Ada’s ending.", blocks, StringComparison.Ordinal);
        Assert.Contains("Ben’s ending.", blocks, StringComparison.Ordinal);
        Assert.Empty(ada.Faults.Concat(ben.Faults));
    }

    private static async Task<string> WithTwoBlocksAsync(Person person)
    {
        await person.OpenStoryAsync();
        await person.Headline.FillAsync("Two people, one story");
        await person.Body.ClickAsync();
        await person.Page.Keyboard.TypeAsync("The first paragraph.");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Keyboard.TypeAsync("/pull");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Option, new() { Name = "Pull quote" }).First).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Keyboard.TypeAsync("The first paragraph.");
        await person.SavedAsync();
        return await person.StoryIdAsync();
    }
}
