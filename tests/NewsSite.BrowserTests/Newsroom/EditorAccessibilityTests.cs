using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;

namespace NewsSite.BrowserTests.Newsroom;

[Collection(SharedNewsroom.Name)]
public sealed class EditorAccessibilityTests(NewsroomPaper paper)
{
    [Fact]
    public async Task The_editor_breaks_no_rule_of_WCAG_in_any_of_its_states_and_never_leaves_its_window()
    {
        var id = await paper.Site.InDbAsync(async db => await db.Set<Article>().Where(a => a.Slug == "good-for-childrens-services-in-somerset").Select(a => a.Id).FirstAsync());
        await using var ada = await paper.SignInAsync();
        var page = ada.Page;
        var faults = new List<string>();
        foreach (var width in new[] { 360, 768, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var (state, enter) in States)
            {
                await ada.OpenStoryAsync(state == "new story" ? null : id.ToString());
                await enter(page);
                string[] excused = state == "blocks to insert" ? ["target-size"] : []; // an open menu lies over what is under it
                faults.AddRange(await Wcag.FaultsAsync(page, $"{state} at {width}", excused));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Empty(ada.Faults);
    }

    private static readonly (string Name, Func<IPage, Task> Enter)[] States =
    [
        ("new story", _ => Task.CompletedTask),
        ("a story with many blocks", page => Assertions.Expect(page.Locator(".card").First).ToBeVisibleAsync()),
        ("a block's form", page => page.Locator(".card textarea").First.FocusAsync()),
        ("details", page => ButtonAsync(page, "Story details")),
        ("checks", page => ButtonAsync(page, "Checks")),
        ("notes", page => ButtonAsync(page, "Notes")),
        ("blocks to insert", page => ButtonAsync(page, "Insert block")),
        ("keys", page => ButtonAsync(page, "Keyboard shortcuts")),
        ("more", page => ButtonAsync(page, "More for this story")),
    ];

    private static async Task ButtonAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }
}
