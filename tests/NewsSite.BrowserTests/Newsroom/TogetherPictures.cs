using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The pictures of two people in one story.</summary>
internal sealed class TogetherPictures(HowToPictures pictures, NewsroomPaper paper)
{
    public async Task TakeAsync()
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

    private static async Task AddAsync(Person person, string words)
    {
        await person.Page.Locator(".ProseMirror p").First.ClickAsync();
        await person.Page.Keyboard.PressAsync("End");
        await person.Page.Keyboard.TypeAsync(words);
    }
}
