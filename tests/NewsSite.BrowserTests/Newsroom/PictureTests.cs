using System.Text;
using Microsoft.Playwright;
using NewsSite.Tests.Media;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class PictureTests(NewsroomPaper paper)
{
    [Fact]
    public async Task A_broken_picture_is_refused_in_words_and_a_whole_one_asks_what_it_is_there_for()
    {
        await using var ada = await paper.SignInAsync();
        await ada.OpenStoryAsync();
        await ada.Headline.FillAsync("A story with a picture");
        await ada.Body.ClickAsync();
        await ada.Page.Keyboard.TypeAsync("/picture");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Option, new() { Name = "Picture" }).First).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        var block = ada.Page.Locator(".ProseMirror .card").First;
        var file = block.Locator("input[type=file]");

        await file.SetInputFilesAsync(new FilePayload { Name = "pier.png", MimeType = "image/png", Buffer = Encoding.ASCII.GetBytes("not a picture at all") });
        var alert = block.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToBeVisibleAsync();
        Assert.DoesNotContain("500", await alert.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True((await alert.InnerTextAsync()).Length > 20);

        await file.SetInputFilesAsync(new FilePayload { Name = "pier.png", MimeType = "image/png", Buffer = APicture.Png(640, 360) });
        await Assertions.Expect(block.Locator("img")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await ada.SavedAsync();
        var id = await ada.StoryIdAsync();
        Assert.Contains((await ada.DraftAsync(id))["issues"]!.AsArray(), i => (string)i!["severity"]! == "stop" && (string?)i["field"] == "purpose");
        await block.GetByText("Described", new() { Exact = true }).ClickAsync();
        await block.GetByLabel("Description").FillAsync("The pier at low water");
        await Assertions.Expect(ada.Status).Not.ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Saved"));
        await ada.SavedAsync();
        Assert.DoesNotContain((await ada.DraftAsync(id))["issues"]!.AsArray(), i => (string?)i!["field"] == "purpose");

        Assert.Contains("The pier at low water", await ada.ContentAsync(id), StringComparison.Ordinal);
        Assert.Empty(ada.Faults);
    }
}
