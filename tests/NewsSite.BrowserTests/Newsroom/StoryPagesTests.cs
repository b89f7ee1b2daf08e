using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Core.Blocks;
using NewsSite.Tests;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Data;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The list of stories and their history, in a real browser.</summary>
[Collection(SharedPaper.Name)]
public sealed class StoryPagesTests(Paper paper)
{
    private static readonly Block[] First =
    [
        new ProseBlock { Id = "lead", Text = "The pier is gone. Nobody was hurt, the harbour master said, and [the survey](https://port.example/survey-2025.pdf) had warned of it." },
        new StatementBlock { Id = "said", Person = null, Name = "Morwenna Sands", Role = "harbour master", Words = ["“We will rebuild it.”"] },
        new ImageBlock { Id = "picture", Media = "pier.jpg", Purpose = PicturePurpose.Described, Alt = "The pier" },
        new ProseBlock { Id = "end", Text = "The council meets on Thursday." },
        new ProseBlock { Id = "more", Text = "It will hear from the insurers too." },
    ];

    private static readonly Block[] Second =
    [
        new ProseBlock { Id = "lead", Text = "The pier is closed. Nobody was hurt, the harbour master said, and [the survey](https://port.example/survey-2026.pdf) had warned of it." },
        First[3],
        new StatementBlock { Id = "said", Person = null, Name = "Morwenna Sands", Role = "harbour master of Port", Words = ["“We will rebuild it.”", "“Soon.”"] },
        new ImageBlock { Id = "picture", Media = "pier.jpg", Purpose = PicturePurpose.Described, Alt = "Waves where the pier was" },
        new ProseBlock { Id = "new", Text = "A fund is open." },
    ];

    [Fact]
    public async Task No_page_breaks_a_rule_of_WCAG_or_leaves_its_window()
    {
        await using var site = await TestSite.StartAsync($"--Content:Directory={Repository.PathOf("content")}");
        var (id, from, to) = await StoryAsync(site);
        await using var context = await SignInAsync(site);
        var faults = new List<string>();

        foreach (var path in new[]
        {
            "/newsroom/articles", "/newsroom/articles?q=pier", "/newsroom/articles?q=nothing-like-it", "/newsroom/articles?state=withdrawn", $"/newsroom/articles/{id}/history",
            $"/newsroom/articles/{id}/history?from={from}&to={to}", $"/newsroom/articles/{id}/history?from={from}&to={to}&view=inline", $"/newsroom/articles/{id}/history?from={to}&to={to}",
        })
            faults.AddRange(await FaultsOfAsync(context, site, path));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_story_is_found_compared_and_brought_back_by_keyboard_alone()
    {
        await using var site = await TestSite.StartAsync();
        var (id, _, _) = await StoryAsync(site);
        await using var context = await SignInAsync(site);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{site.Address}/newsroom/articles");

        await page.GetByLabel("Words of the headline or address").FocusAsync();
        await page.Keyboard.TypeAsync("clos pier");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "History of “The pier is closed”" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).First.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Statement" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "In one column" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("ins").First).ToContainTextAsync("closed");
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore" }).First.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The story reads as it did on");
        Assert.Equal("The pier is gone", await site.InDbAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Headline).SingleAsync()));
    }

    private static async Task<(Guid Id, Guid From, Guid To)> StoryAsync(TestSite site)
    {
        var id = await site.PublishAsync(new AStory { Slug = "pier", Headline = "The pier is gone", Blocks = First });
        site.Clock.Pass(TimeSpan.FromMinutes(3));
        await site.DraftAsync(new AStory { Slug = "pier", Headline = "The pier is closed", Standfirst = "A storm took half of it.", Blocks = First });
        site.Clock.Pass(TimeSpan.FromMinutes(3));
        await site.DraftAsync(new AStory { Slug = "pier", Headline = "The pier is closed", Standfirst = "A storm took it.", Blocks = Second });
        var rows = await site.InDbAsync(db => db.Revisions.Where(r => r.ArticleId == id).OrderBy(r => r.SavedAt).Select(r => r.Id).ToListAsync());
        return (id, rows[0], rows[^1]);
    }

    private async Task<IBrowserContext> SignInAsync(TestSite site)
    {
        var context = await paper.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var (cookies, _) = await site.SignInCookiesAsync();
        await context.AddCookiesAsync(cookies.GetCookies(new Uri(site.Address)).Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = site.Address }));
        return context;
    }

    private static async Task<IReadOnlyList<string>> FaultsOfAsync(IBrowserContext context, TestSite site, string path)
    {
        var page = await context.NewPageAsync();
        var faults = await Wcag.FaultsAtAsync(page, path, [360, 768, 1280], () => page.GotoAsync(site.Address + path));
        await page.CloseAsync();
        return faults;
    }
}
