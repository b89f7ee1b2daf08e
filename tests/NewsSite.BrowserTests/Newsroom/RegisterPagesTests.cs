using Microsoft.Playwright;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The pages of the registers in a real browser.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class RegisterPagesTests(NewsroomPaper paper)
{
    private static readonly string[] Pages =
    [
        "/newsroom/registers", "/newsroom/people", "/newsroom/people/new", "/newsroom/people/frances-nicholson?uses=all", "/newsroom/people/frances-nicholson/delete",
        "/newsroom/organisations", "/newsroom/sources", "/newsroom/sources?q=zebra", "/newsroom/topics/council", "/newsroom/topics/council/merge", "/newsroom/topics/council/merge?With=childrens-services&Stays=",
        "/newsroom/authors", "/newsroom/jobs", "/newsroom/import-vacancies", "/newsroom/alerts", "/newsroom/alerts/new", "/newsroom/jobs/software-engineer-starter", "/newsroom/promotions", "/newsroom/promotions/send-problem", "/newsroom/promotions/linkedin-banner/delete", "/newsroom/redirects", "/newsroom/redirects/new",
    ];

    [Fact]
    public async Task No_register_page_breaks_a_rule_of_WCAG_or_reaches_out_of_the_window()
    {
        var faults = new List<string>();
        await using var person = await paper.SignInAsync(role: Role.Administrator);

        foreach (var path in Pages)
        {
            await person.GoAsync(path);
            faults.AddRange(await Wcag.FaultsAtAsync(person.Page, path, [360, 1280]));
        }
        await person.GoAsync("/newsroom/jobs/new"); // a form with a fault in nearly every field
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Add the vacancy" }).ClickAsync();
        faults.AddRange(await Wcag.FaultsAtAsync(person.Page, "a refused form", [360, 1280]));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(person.Faults);
    }

    [Fact]
    public async Task A_person_is_added_changed_and_found_by_keyboard_alone()
    {
        await using var person = await paper.SignInAsync("Keyboard Kim");
        var page = person.Page;
        await person.GoAsync("/newsroom/registers");

        await TabToAsync(page, "a[href='/newsroom/people/new']");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "#name");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#name")).ToBeFocusedAsync(); // refused, and the cursor is where the fault is
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write the person’s name.");
        await page.Keyboard.TypeAsync("Morwenna Sands-O’Dea");
        await Assertions.Expect(page.Locator("#slug")).ToHaveValueAsync("morwenna-sands-odea");
        await TabToAsync(page, "#roles-0-title");
        await page.Keyboard.TypeAsync("harbour master");
        await TabToAsync(page, "button[name=more]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#roles-1-title")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("deck hand");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“Morwenna Sands-O’Dea” is saved.");
        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "#q");
        await page.Keyboard.TypeAsync("san mor");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("Morwenna Sands-O’Dea");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell).First).ToContainTextAsync("harbour master");
        Assert.Empty(person.Faults);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(selector).First.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }
        Assert.Fail($"{selector} cannot be reached with the tabulator.");
    }
}
