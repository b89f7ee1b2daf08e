using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Tests.Media;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The journeys of the newsroom without a mouse: paste, two people in one story, pictures, and no network.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class KeyboardJourneyTests(NewsroomPaper paper)
{
    [Fact]
    public async Task What_is_pasted_is_made_into_blocks_or_left_as_text_without_a_mouse()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        var (page, keys) = (laura.Page, laura.Page.Keyboard);
        await BeginAsync(laura, "Pasted by keys");
        await laura.CopyAsync(string.Join("\n\n", await StoryTwoTests.ParagraphsAsync()));
        await keys.PressAsync("Control+v");
        var panel = page.Locator(".paste-panel");
        await Assertions.Expect(panel).ToContainTextAsync("Frances Nicholson");

        await keys.PressAsync("Alt+Shift+V");
        await laura.TabAndEnterAsync("Use: Quote, Bradley Simmons");
        await Assertions.Expect(page.Locator(".card-quote")).ToHaveCountAsync(1);
        await Assertions.Expect(panel.Locator(":focus")).ToHaveCountAsync(1); // on to the next suggestion
        await laura.TabAndEnterAsync("Leave as text: Statement");
        await Assertions.Expect(laura.Body).ToBeFocusedAsync();
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".card-quote")).ToHaveCountAsync(0);
        await keys.PressAsync("Control+y");
        await Assertions.Expect(page.Locator(".card-quote")).ToHaveCountAsync(1);
        await laura.SaveAsync();

        var blocks = (await laura.DraftAsync(await laura.StoryIdAsync()))["content"]!["blocks"]!.AsArray();
        Assert.Equal(["prose", "quote", "prose"], blocks.Select(b => (string)b!["type"]!));
        Assert.Contains("Frances Nicholson", (string)blocks[2]!["text"]!, StringComparison.Ordinal);
        Assert.Empty(laura.Faults);
    }

    [Fact]
    public async Task Two_people_meet_in_one_story_and_settle_what_both_have_changed_without_a_mouse()
    {
        await using var ada = await paper.SignInAsync("Ada Quill");
        await BeginAsync(ada, "Two people, no mouse");
        await ada.Page.Keyboard.TypeAsync("The first paragraph.");
        await ada.SaveAsync();
        var id = await ada.StoryIdAsync();
        await using var ben = await paper.SignInAsync("Ben Oakes");
        await ben.OpenStoryAsync(id);
        await ada.ComeBackAsync();
        await Assertions.Expect(ada.Page.Locator(".faces")).ToContainTextAsync("Ben Oakes", new() { Timeout = 15_000 });

        await ben.TabToAsync("Headline");
        await ben.Page.Keyboard.PressAsync("End");
        await ben.Page.Keyboard.TypeAsync(" at all");
        await ben.SaveAsync();
        await ada.ComeBackAsync();
        await Assertions.Expect(ada.Headline).ToHaveValueAsync("Two people, no mouse at all");
        await Assertions.Expect(ada.Body).ToBeFocusedAsync(); // she was not taken from where she writes

        await ben.Context.SetOfflineAsync(true);
        await ben.Page.Keyboard.PressAsync("ArrowDown");
        await ben.Page.Keyboard.PressAsync("Enter");
        await ben.Page.Keyboard.PressAsync("Control+End");
        await ben.Page.Keyboard.TypeAsync(" Ben’s ending.");
        await ada.Page.Keyboard.PressAsync("Control+End");
        await ada.Page.Keyboard.TypeAsync(" Ada’s ending.");
        await ada.SaveAsync();
        await ben.Context.SetOfflineAsync(false);
        await Assertions.Expect(ben.Page.Locator(".conflict")).ToContainTextAsync("Ada’s ending.", new() { Timeout = 20_000 });
        await Assertions.Expect(ben.Body).ToBeFocusedAsync();
        await ben.TabAndEnterAsync("1 choice waits", back: true);
        await Assertions.Expect(ben.Page.GetByRole(AriaRole.Heading, new() { Name = "Two people changed the same words" })).ToBeFocusedAsync();
        await ben.TabAndEnterAsync("Keep both");
        await Assertions.Expect(ben.Page.Locator(".conflicts")).ToBeHiddenAsync();
        await ben.SaveAsync();

        var held = await ben.ContentAsync(id);
        Assert.Contains("Ada’s ending.", held, StringComparison.Ordinal);
        Assert.Contains("Ben’s ending.", held, StringComparison.Ordinal);
        Assert.Empty(ada.Faults.Concat(ben.Faults));
    }

    [Fact]
    public async Task A_picture_is_uploaded_and_one_of_the_library_chosen_without_a_mouse()
    {
        await using var ada = await paper.SignInAsync();
        var (page, keys) = (ada.Page, ada.Page.Keyboard);
        await BeginAsync(ada, "Pictures by keys");
        await InsertPictureAsync(ada);
        var chooser = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FileChooser += (_, opened) => chooser.TrySetResult(opened); // long before the key: the browser has to know that its window of files is not wanted
        await ada.TabToAsync("Upload");
        await ada.SaveAsync(); // a save takes nobody's place away
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await (await chooser.Task.WaitAsync(TimeSpan.FromSeconds(30))).SetFilesAsync(new FilePayload { Name = "keys-pier.png", MimeType = "image/png", Buffer = APicture.Png(320, 180) });
        await Assertions.Expect(page.Locator(".card-image img")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await ada.TabToAsync("Described");
        await keys.PressAsync("Space");
        await ada.TabToAsync("Description");
        await keys.TypeAsync("The pier at low water");
        await keys.PressAsync("Escape"); // the block as a whole
        await keys.PressAsync("ArrowDown");

        await InsertPictureAsync(ada);
        await ada.TabAndEnterAsync("Choose from the library");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a picture" })).ToBeFocusedAsync();
        await keys.TypeAsync("levels-steps");
        await Assertions.Expect(page.Locator("dialog .shot")).ToHaveCountAsync(1);
        await ada.TabAndEnterAsync("somerset-levels-steps.jpg");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ada.TabToAsync("Described");
        await keys.PressAsync("ArrowDown"); // a choice is moved, as in every group of radio buttons
        await ada.SaveAsync();

        var pictures = (await ada.DraftAsync(await ada.StoryIdAsync()))["content"]!["blocks"]!.AsArray().Where(b => (string)b!["type"]! == "image").ToList();
        Assert.Equal(["described", "decorative"], pictures.Select(p => (string)p!["purpose"]!));
        Assert.Equal("The pier at low water", (string)pictures[0]!["alt"]!);
        Assert.Equal("somerset-levels-steps.jpg", (string)pictures[1]!["media"]!);
        Assert.Empty(ada.Faults);
    }

    [Fact]
    public async Task Without_a_network_one_writes_on_and_a_window_that_was_closed_gives_its_words_back_without_a_mouse()
    {
        await using var ada = await paper.SignInAsync();
        await BeginAsync(ada, "No network, no mouse");
        await ada.Page.Keyboard.TypeAsync("It begins.");
        await ada.SaveAsync();
        var id = await ada.StoryIdAsync();

        await ada.Context.SetOfflineAsync(true);
        await ada.Page.Keyboard.TypeAsync(" Written in a tunnel.");
        await Assertions.Expect(ada.Status).ToContainTextAsync("Offline: kept on this device", new() { Timeout = 15_000 });
        await ada.Page.Keyboard.TypeAsync(" And on.");
        await ada.Context.SetOfflineAsync(false);
        await ada.SavedAsync();
        await Assertions.Expect(ada.Body).ToBeFocusedAsync();
        Assert.Contains("It begins. Written in a tunnel. And on.", await ada.ContentAsync(id), StringComparison.Ordinal);

        await ada.Context.SetOfflineAsync(true);
        await ada.Page.Keyboard.TypeAsync(" The window is closed.");
        await Assertions.Expect(ada.Status).ToContainTextAsync("Offline: kept on this device", new() { Timeout = 15_000 });
        await ada.Page.CloseAsync();
        await ada.Context.SetOfflineAsync(false);
        var again = await Person.StartAsync(ada.Context, ada.Address);
        await again.OpenStoryAsync(id);
        await Assertions.Expect(again.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await again.TabAndEnterAsync("Compare");
        await Assertions.Expect(again.Page.Locator(".desk-notices, dialog").GetByText("The window is closed.").First).ToBeVisibleAsync();
        await again.TabAndEnterAsync("Use it");
        await Assertions.Expect(again.Body).ToContainTextAsync("And on. The window is closed.");
        await again.SaveAsync();

        Assert.Contains("The window is closed.", await again.ContentAsync(id), StringComparison.Ordinal);
        Assert.Empty(ada.Faults.Concat(again.Faults));
    }

    /// <summary>A new story with its headline; the caret is in the text.</summary>
    private static async Task BeginAsync(Person person, string headline)
    {
        await person.OpenStoryAsync();
        await person.Page.Keyboard.TypeAsync(headline);
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Body).ToBeFocusedAsync();
    }

    private static async Task InsertPictureAsync(Person person)
    {
        await person.Page.Keyboard.TypeAsync("/picture");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Picture") }).First).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator(".card-image :focus")).ToHaveCountAsync(1);
    }
}
