using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

/// <summary>A reader who searches, without JavaScript.</summary>
[Collection(SharedPaper.Name)]
public sealed class SearchJourneyTests(Paper paper)
{
    [Fact]
    public async Task A_reader_mistypes_takes_what_was_meant_narrows_it_and_opens_the_story()
    {
        await using var context = await paper.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 360, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(paper.AddressFor(PageKind.EveryBlock) + "/");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("libary Dunsey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "library Dunsey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search all stories" })).ToHaveValueAsync("library Dunsey");
        await page.Locator(".choices").GetByRole(AriaRole.Link, new() { NameRegex = new("^News") }).ClickAsync();
        await Assertions.Expect(page.Locator(".choices [aria-current]").GetByText("News")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".story .kind").GetByText("Opinion")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();
        var first = page.Locator(".story-headline a").First;
        var headline = await first.InnerTextAsync();
        await first.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(headline);
    }
}
