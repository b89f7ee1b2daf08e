using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The pictures of notes and previews, of a paste, and of two people in one story.</summary>
internal sealed class TogetherPictures(HowToPictures pictures, NewsroomPaper paper)
{
    /// <param name="story">The id of a live story.</param>
    public async Task TakeAsync(string story)
    {
        await TalkAsync(story);
        await PasteAsync();
        await MeetAsync();
    }

    private async Task MeetAsync()
    {
        await using var ada = await pictures.SitDownAsync("Ada Quill");
        await ada.OpenStoryAsync();
        await ada.Page.Keyboard.TypeAsync("Flood gates at Dunsey to be tested for the first time since 2019");
        await ada.Body.ClickAsync();
        await ada.Page.Keyboard.TypeAsync("The gates close at six in the morning, the county says. The road along the river stays open.");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("Anyone who lives in the parish may still write to the clerk.");
        await ada.SavedAsync();
        var id = await ada.StoryIdAsync();
        await using var ben = await pictures.SitDownAsync("Ben Oakes");
        await ben.OpenStoryAsync(id);
        await Assertions.Expect(ada.Page.Locator(".faces")).ToContainTextAsync("Ben Oakes", new() { Timeout = 15_000 });
        await pictures.TakeAsync(ada, "two-people", 620);

        paper.Site.Clock.Pass(TimeSpan.FromMinutes(12));
        await ben.Context.SetOfflineAsync(true);
        await AddAsync(ben, " Drivers should allow ten minutes more.");
        await Assertions.Expect(ben.Status).ToContainTextAsync("Offline: kept on this device", new() { Timeout = 15_000 });
        await pictures.TakeAsync(ben, "offline", 620);
        await AddAsync(ada, " It closes only if the river rises.");
        await ada.SavedAsync();
        await ben.Context.SetOfflineAsync(false);
        var conflict = ben.Page.Locator(".conflict");
        await conflict.WaitForAsync(new() { Timeout = 20_000 });
        await ben.Page.EvaluateAsync("scrollTo(0, 0)");
        await pictures.TakeAsync(ben, "conflict");
        paper.Site.Clock.Pass(TimeSpan.FromMinutes(2));
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await ben.SavedAsync();

        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "More for this story" }).ClickAsync();
        await ben.Page.GetByRole(AriaRole.Menuitem, new() { Name = "History" }).ClickAsync();
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).First.WaitForAsync();
        await pictures.TakeAsync(ben, "history", 560);
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).First.ClickAsync();
        await ben.Page.Locator(".changes").WaitForAsync();
        await pictures.TakeAsync(ben, "compare", 560);
    }

    // Notes and the preview, in the story that was written before.
    private async Task TalkAsync(string story)
    {
        await using var ada = await pictures.SitDownAsync("Ada Quill");
        await ada.OpenStoryAsync(story);
        await ada.Body.Locator("p").First.DblClickAsync(new() { Position = new() { X = 60, Y = 12 } });
        await ada.Page.Keyboard.PressAsync("Control+Alt+m");
        await ada.Page.Locator(".composer textarea").FillAsync("Say which council: town or county?");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
        await ada.Page.Locator(".note").WaitForAsync();
        await pictures.TakeAsync(ada, "notes", 620);

        await ada.GoAsync($"/newsroom/articles/{story}/preview");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Phone" }).ClickAsync();
        await ada.Page.FrameLocator("iframe").Locator("h1").WaitForAsync();
        await pictures.TakeAsync(ada, "preview-phone");
    }

    private async Task PasteAsync()
    {
        await using var laura = await pictures.SitDownAsync("Laura Sharman");
        await laura.OpenStoryAsync();
        await laura.Headline.FillAsync(StoryTwoTests.Headline);
        await laura.Body.ClickAsync();
        await laura.PasteAsync(null, string.Join("\n\n", await StoryTwoTests.ParagraphsAsync()));
        var panel = laura.Page.Locator(".paste-panel");
        await panel.GetByText("Frances Nicholson").First.WaitForAsync();
        await laura.SavedAsync();
        await panel.ScrollIntoViewIfNeededAsync();
        await pictures.TakeAsync(laura, "paste-suggestions");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Use all" }).ClickAsync();
        await laura.Page.Locator(".card-quote").ScrollIntoViewIfNeededAsync();
        await laura.SavedAsync();
        await pictures.TakeAsync(laura, "paste-blocks");
    }

    private static async Task AddAsync(Person person, string words)
    {
        await person.Page.Locator(".ProseMirror p").First.ClickAsync();
        await person.Page.Keyboard.PressAsync("End");
        await person.Page.Keyboard.TypeAsync(words);
    }
}
