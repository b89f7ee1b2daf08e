using Microsoft.Playwright;
using NewsSite.Tests.Audit;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class RecordTests(NewsroomPaper paper)
{
    [Fact]
    public async Task The_record_breaks_no_rule_of_WCAG_and_never_leaves_its_window()
    {
        await FillAsync();
        await using var eve = await paper.SignInAsync("Eve Desk", Role.Administrator);
        var faults = new List<string>();
        foreach (var path in new[] { "/newsroom/audit", "/newsroom/audit?subject=people/john-osman", "/newsroom/audit?person=x&from=never", "/newsroom/audit?from=2040-01-01" })
            faults.AddRange(await Wcag.FaultsAtAsync(eve.Page, path, [360, 768, 1280], () => eve.GoAsync(path)));

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Empty(eve.Faults);
    }

    [Fact]
    public async Task Somebody_finds_what_was_done_by_keyboard_alone()
    {
        await FillAsync();
        await using var eve = await paper.SignInAsync("Eve Desk", Role.Editor);
        var page = eve.Page;

        await eve.GoAsync("/newsroom/articles");
        await page.GetByRole(AriaRole.Link, new() { Name = "Record", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("What").FocusAsync();
        await page.Keyboard.TypeAsync("Withdrawn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".record li")).ToHaveCountAsync(await CountAsync());
        await Assertions.Expect(page.Locator(".record li").First).ToContainTextAsync("Why: Published in error");
        Assert.Empty(eve.Faults);

        async Task<int> CountAsync() => (await paper.Site.RecordAsync()).Count(e => e.Act == "article.withdrawn");
    }

    private Task<int> FillAsync() => paper.Site.ActAsync(
        new Act("article.published", "published “‘Good’ for children’s services in Somerset”") { By = "Laura Sharman", Article = Guid.CreateVersion7() },
        new Act("article.withdrawn", "withdrew “‘Good’ for children’s services in Somerset”") { By = "Laura Sharman", Article = Guid.CreateVersion7(), Why = "Published in error" },
        new Act("people.changed", $"changed a-very-long-name-without-a-place-to-break-{new string('x', 120)}") { By = "Laura Sharman", Subject = "people/john-osman" },
        new Act("account.refused", "was refused at sign-in: wrong password") { By = "Laura Sharman", Subject = $"accounts/{Guid.CreateVersion7()}" });
}
