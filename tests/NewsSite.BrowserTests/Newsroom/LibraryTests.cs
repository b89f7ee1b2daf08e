using System.Text;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Media;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>An editor at a library of 5,000 pictures.</summary>
[Collection(SharedPaper.Name)]
public sealed class LibraryTests(Paper paper)
{
    [Fact]
    public async Task An_editor_finds_brings_in_aims_replaces_and_deletes_a_picture_and_no_page_breaks_a_rule_of_WCAG()
    {
        await using var site = await TestSite.StartAsync();
        await LargeLibrary.FillAsync(site);
        var (cookies, _) = await site.SignInCookiesAsync(Role.Editor, "Ben Stone");
        var context = await paper.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.AddCookiesAsync(cookies.GetCookies(new Uri(site.Address)).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address }));
        await using var ben = await Person.StartAsync(context, site.Address);
        var page = ben.Page;
        var status = page.GetByRole(AriaRole.Status).First;

        await ben.GoAsync("/newsroom/media");
        await Assertions.Expect(page.Locator(".shelf-item")).ToHaveCountAsync(48);
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Page 2", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("boats zoë");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(status).ToContainTextAsync("Pictures that have “boats zoë”");
        await Assertions.Expect(page.Locator(".shelf-credit").First).ToHaveTextAsync("Zoë Lens");

        await ben.GoAsync("/newsroom/media");
        await page.GetByLabel("Credit for all of them").FillAsync("Ada Quill");
        await page.Locator("#files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "Low water.png", MimeType = "image/png", Buffer = APicture.Png(200, 120) },
            new() { Name = "The same again.png", MimeType = "image/png", Buffer = APicture.Png(200, 120) },
            new() { Name = "Logo.svg", MimeType = "image/svg+xml", Buffer = Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        });
        await Assertions.Expect(page.Locator(".upload-summary")).ToContainTextAsync("Done: 1 added, 1 already here, 1 refused.", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".upload-row.refused")).ToContainTextAsync("is an SVG drawing");
        var faults = new List<string>(await Wcag.FaultsAtAsync(page, page.Url, [360, 1280]));
        await page.Locator(".upload-row.done a").First.ClickAsync();

        await Assertions.Expect(page.GetByLabel("Credit", new() { Exact = true })).ToHaveValueAsync("Ada Quill");
        await page.GetByLabel("From the left, %").FocusAsync();
        for (var i = 0; i < 20; i++) await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("70%", await page.Locator(".crop.square").EvaluateAsync<string>("e => getComputedStyle(e).objectPosition.split(' ')[0]"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(status).ToContainTextAsync("is saved");
        await Assertions.Expect(page.GetByLabel("From the left, %")).ToHaveValueAsync("70");
        await Assertions.Expect(page.Locator(".crop.square")).ToHaveClassAsync("crop square fx-70 fy-50");
        var box = (await page.Locator("#focal").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 4), box.Y + (box.Height * 3 / 4));
        await Assertions.Expect(page.GetByLabel("From the left, %")).ToHaveValueAsync("25");
        await Assertions.Expect(page.GetByLabel("From the top, %")).ToHaveValueAsync("75");

        await page.GetByLabel("New picture").SetInputFilesAsync(new FilePayload { Name = "Better.png", MimeType = "image/png", Buffer = APicture.Png(240, 150) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace" }).ClickAsync();
        await Assertions.Expect(status).ToContainTextAsync("The picture is replaced", new() { Timeout = 20_000 });
        await Assertions.Expect(page.GetByText("240 × 150 pixels")).ToBeVisibleAsync();
        faults.AddRange(await Wcag.FaultsAtAsync(page, page.Url, [360, 1280]));
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(status).ToContainTextAsync("is deleted");
        await ben.GoAsync("/newsroom/media?rights=expired");
        faults.AddRange(await Wcag.FaultsAtAsync(page, page.Url, [360, 1280]));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(ben.Faults);
    }
}
