using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.Tests;
using NewsSite.Web.Jobs;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests;

/// <summary>What readers do around stories: find a post and apply, and read an alert and hide it.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class AroundJourneyTests(NewsroomPaper paper)
{
    [Fact]
    public async Task Without_JavaScript_a_reader_finds_a_vacancy_and_applies()
    {
        await using var reader = await paper.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await reader.NewPageAsync();
        await paper.Site.AddAsync(
            [
                new Vacancy
                {
                    Slug = "harbour-engineer", Title = "Harbour Engineer", Recruiter = "Port Council", Place = "Port", Pay = PayWords.Read("£38,000 to £41,000 a year"), Words = "Look after the sea wall.",
                    OpensAt = paper.Site.Clock.GetUtcNow().AddDays(-1), ClosesAt = paper.Site.Clock.GetUtcNow().AddDays(400), ApplyAt = "https://port.example/jobs/1", Work = WorkPattern.FullTime,
                },
            ], "vacancies");

        await page.GotoAsync(paper.Site.Address + "/jobs");
        await page.Locator("summary").ClickAsync();
        await page.GetByLabel("Recruiter").SelectOptionAsync("Port Council");
        await page.GetByLabel("Pay a year").SelectOptionAsync("40000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".vacancies h2")).ToHaveTextAsync(["Harbour Engineer"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Harbour Engineer" }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Apply at Port Council" })).ToHaveAttributeAsync("href", "https://port.example/jobs/1");
    }

    [Fact]
    public async Task An_alert_is_set_in_the_newsroom_seen_by_readers_and_hidden_for_good_by_the_one_who_hides_it()
    {
        await using var editor = await paper.SignInAsync("Edda Alert", Role.Editor);
        await editor.GoAsync("/newsroom/alerts/new");
        await editor.Page.GetByLabel("How grave it is").SelectOptionAsync("major");
        await editor.Page.GetByLabel("Headline").FillAsync("The harbour wall is closed");
        await editor.Page.Locator("#ends-day").FillAsync("2030-01-31");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Set the alert" }).ClickAsync();
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "The harbour wall is closed" })).ToBeVisibleAsync();

        await using var other = await paper.Browser.NewContextAsync();
        await using var plain = await paper.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var (page, bare) = (await other.NewPageAsync(), await plain.NewPageAsync());
        try
        {
            await page.GotoAsync(paper.Site.Address + "/news");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Emergency: The harbour wall is closed" })).ToBeVisibleAsync();
            var faults = await Wcag.FaultsAtAsync(page, "a page with an alert", [360, 1280]);
            Assert.True(faults.Count == 0, string.Join('\n', faults));
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Hide" }).CheckAsync();
            await Assertions.Expect(page.Locator(".alert")).ToBeHiddenAsync();
            await page.GotoAsync(paper.Site.Address + "/jobs");
            await Assertions.Expect(page.Locator(".alert")).ToBeHiddenAsync();
            Assert.Empty(await other.CookiesAsync());

            await bare.GotoAsync(paper.Site.Address + "/news");
            await Assertions.Expect(bare.Locator(".alert")).ToBeVisibleAsync();
            await bare.GetByRole(AriaRole.Checkbox, new() { Name = "Hide" }).CheckAsync();
            await Assertions.Expect(bare.Locator(".alert")).ToBeHiddenAsync();
        }
        finally
        {
            await editor.Page.GetByRole(AriaRole.Link, new() { Name = "The harbour wall is closed" }).ClickAsync(); // the paper is shared
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Delete the alert" }).ClickAsync();
            await Assertions.Expect(editor.Page.GetByText("is deleted, and gone from every page")).ToBeVisibleAsync();
        }
    }
}
