using Microsoft.Playwright;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The way of <see cref="ReviewJourneyTests"/> for whoever uses no mouse.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class ReviewByKeyboardTests(NewsroomPaper paper)
{
    [Fact]
    public async Task Two_people_bring_a_story_to_its_readers_correct_it_and_withdraw_it_by_keyboard_alone()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        await using var ada = await paper.SignInAsync("Ada Quill", Role.Editor);
        var id = await laura.WriteStoryAsync("Harbour light is mended");

        await laura.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await laura.DialogReadyAsync();
        await laura.TabToAsync("Note for whoever reads it");
        await laura.Page.Keyboard.TypeAsync("Who mended it is at the end.");
        await laura.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(laura.Next).ToHaveTextAsync("In review");

        await ada.OpenStoryAsync(id);
        await ada.TabAndEnterAsync("Send back…");
        await ada.DialogReadyAsync();
        await ada.TabToAsync("What is missing");
        await ada.Page.Keyboard.TypeAsync("Since when was it dark?");
        await ada.TabAndEnterAsync("Send it back");
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Send for review");

        await laura.LookAgainAsync();
        await laura.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await laura.DialogReadyAsync();
        await laura.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(laura.Next).ToHaveTextAsync("In review");

        await ada.LookAgainAsync();
        await ada.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await ada.DialogReadyAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Publish…");
        await ada.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await ada.DialogReadyAsync();
        await ada.TabToAsync("Now", back: true);
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.TabToAsync("Goes live");
        await ada.Page.Keyboard.TypeAsync("in 2 days");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("It goes live on");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Next).ToHaveTextAsync(Person.Scheduled);
        await ada.TabAndEnterAsync("Scheduled");
        await ada.DialogReadyAsync();
        await ada.TabAndEnterAsync("Publish now…", back: true);
        await ada.DialogReadyAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("It is live.");
        await ada.Page.Keyboard.PressAsync("Escape");

        await ada.TabAndEnterAsync("More for this story");
        await ada.Page.Keyboard.PressAsync("a");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.ArriveAsync("/corrections$");
        await ada.TabToAsync("What was wrong");
        await ada.Page.Keyboard.TypeAsync("An earlier form of this story named the wrong light.");
        await ada.TabToAsync("What is right");
        await ada.Page.Keyboard.TypeAsync("It is the light at the north mole.");
        await ada.TabAndEnterAsync("Publish the correction");
        await ada.Page.GetByText("It is the light at the north mole.").First.WaitForAsync();

        await ada.OpenStoryAsync(id);
        await ada.TabAndEnterAsync("More for this story");
        await ada.Page.Keyboard.PressAsync("w");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.DialogReadyAsync();
        await ada.TabToAsync("Published in error");
        await ada.Page.Keyboard.PressAsync("Space");
        await ada.TabAndEnterAsync("Withdraw it now");
        await Assertions.Expect(ada.Page.Locator(".desk-state")).ToContainTextAsync("Withdrawn");
        Assert.Equal("withdrawn", (string)(await ada.StandingAsync(id))["state"]!);
        Assert.Empty(laura.Faults.Concat(ada.Faults));
    }
}
