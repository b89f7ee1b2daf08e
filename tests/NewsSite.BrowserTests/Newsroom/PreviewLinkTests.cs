using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class PreviewLinkTests(NewsroomPaper paper)
{
    [Fact]
    public async Task Somebody_without_an_account_reads_a_draft_by_its_link_and_leaves_a_note_until_the_link_is_taken_back()
    {
        await using var ada = await paper.SignInAsync();
        await ada.OpenStoryAsync();
        await ada.Headline.FillAsync("What the lawyer should see");
        await ada.Body.ClickAsync();
        await ada.Page.Keyboard.TypeAsync("A sentence for the lawyer.");
        await ada.SavedAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "More for this story" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Preview links" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var address = await ada.Page.Locator(".link-address").First.InnerTextAsync();

        await using var lawyer = await paper.VisitAsync();
        await lawyer.Page.GotoAsync(address.Trim());
        await Assertions.Expect(lawyer.Page.Locator("h1")).ToHaveTextAsync("What the lawyer should see");
        await lawyer.Page.GetByLabel("Your name").FillAsync("J. Counsel");
        await lawyer.Page.Locator("textarea").FillAsync("Please say “alleged”.");
        await lawyer.Page.GetByRole(AriaRole.Button, new() { Name = "note" }).ClickAsync();
        await Assertions.Expect(lawyer.Page.Locator("body")).ToContainTextAsync("note", new() { IgnoreCase = true });

        await ada.OpenStoryAsync(await ada.StoryIdAsync());
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Notes" }).ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".note")).ToContainTextAsync("Please say “alleged”.");
        await Assertions.Expect(ada.Page.Locator(".note")).ToContainTextAsync("J. Counsel");

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "More for this story" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Preview links" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Take back the link" }).First.ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Take back the link" })).ToHaveCountAsync(0);
        var gone = await lawyer.Page.GotoAsync(address.Trim());
        Assert.True(gone!.Status is 404 or 410, $"A link that was taken back is answered with {gone.Status}");
        Assert.Empty(ada.Faults.Concat(lawyer.Faults));
    }
}
