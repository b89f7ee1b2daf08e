using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Schedule;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The calendar and the newsroom's first page, in a real browser. It is Monday 4 May 2026.</summary>
[Collection(SharedPaper.Name)]
public sealed class CalendarTests(Paper paper)
{
    [Fact]
    public async Task Stories_are_moved_by_drag_and_by_keyboard_and_no_page_breaks_a_rule_of_WCAG()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();
        await using var context = await paper.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var (cookies, _) = await desk.Site.SignInCookiesAsync(Role.Editor, "Eve Stone");
        await context.AddCookiesAsync(cookies.GetCookies(new Uri(desk.Site.Address)).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = desk.Site.Address }));
        await using var eve = await Person.StartAsync(context, desk.Site.Address);

        await DragAsync(eve, desk);
        await KeyboardAsync(eve, desk);
        await FormAsync(eve, desk);

        Assert.Empty(eve.Faults);
        var faults = new List<string>();
        foreach (var path in new[] { "/newsroom", "/newsroom/forced", "/newsroom/calendar", "/newsroom/calendar?view=week", "/newsroom/calendar?view=list", "/newsroom/articles?state=scheduled" })
            faults.AddRange(await Wcag.FaultsAtAsync(eve.Page, path, [360, 1280], () => eve.GoAsync(path)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task DragAsync(Person eve, ADesk desk)
    {
        await eve.GoAsync("/newsroom/calendar");

        // What the first move made of the page comes while the next one is in the hand.
        var (isAsked, inHand) = (new TaskCompletionSource(), new TaskCompletionSource());
        await eve.Page.RouteAsync(url => url.EndsWith("/newsroom/calendar", StringComparison.Ordinal), async route =>
        {
            isAsked.TrySetResult();
            await inHand.Task;
            await route.ContinueAsync();
        });
        await TakeAsync(eve, "Storm takes the pier");
        await PutAsync(eve, "2026-05-08");
        await Eventually.TrueAsync(async () => await WallAsync(desk, "Storm takes the pier") == "2026-05-08 17:30");
        await isAsked.Task;
        await TakeAsync(eve, "Storm takes the pier");
        var drawn = await eve.Page.RunAndWaitForResponseAsync(async () => inHand.SetResult(), answer => answer.Request.ResourceType == "fetch" && answer.Url.EndsWith("/newsroom/calendar", StringComparison.Ordinal));
        await drawn.FinishedAsync();
        await eve.Page.EvaluateAsync("() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))");
        await Assertions.Expect(Entry(eve, "Storm takes the pier")).ToHaveClassAsync(new Regex("is-carried"));
        await PutAsync(eve, "2026-05-01");

        await Assertions.Expect(Day(eve, "2026-05-08").GetByRole(AriaRole.Alert)).ToContainTextAsync("has passed");
        await Assertions.Expect(Day(eve, "2026-05-08").Locator(".entry")).ToContainTextAsync("17:30");
        Assert.Equal("2026-05-08 17:30", await WallAsync(desk, "Storm takes the pier"));
    }

    private static async Task KeyboardAsync(Person eve, ADesk desk)
    {
        var link = Entry(eve, "A year of the new council").Locator(".entry-headline");
        await link.FocusAsync();
        await eve.Page.Keyboard.PressAsync("ArrowRight");
        await eve.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(eve.Page.Locator("#calendar-said")).ToContainTextAsync("Wednesday 20 May 2026");
        await eve.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Day(eve, "2026-05-20").Locator(".entry-headline")).ToBeFocusedAsync();
        await Eventually.TrueAsync(() => desk.Site.InDbAsync(db => db.Articles.AnyAsync(a => a.Headline == "A year of the new council" && a.PlannedDay == new DateOnly(2026, 5, 20))));
        await eve.Page.Keyboard.PressAsync("ArrowLeft");
        await eve.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(eve.Page.Locator("#calendar-said")).ToHaveTextAsync("Left where it was.");
    }

    private static async Task FormAsync(Person eve, ADesk desk)
    {
        await Entry(eve, "“Good” for children’s services in Somerset").Locator(".entry-headline").FocusAsync();
        await eve.Page.Keyboard.PressAsync("m");
        var form = eve.Page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Day").FillAsync("2026-10-25");
        await form.GetByLabel("Time").FillAsync("01:30");
        await form.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).PressAsync("Enter");

        await Assertions.Expect(eve.Page.Locator("#calendar-said")).ToContainTextAsync("moved to");
        var act = await desk.Site.InDbAsync(db => db.TimedActs.AsNoTracking().Where(t => t.Status == TimedStatus.Waiting && t.Wall == "2026-10-25 01:30").SingleAsync());
        Assert.Equal(1, act.DueAt.UtcDateTime.Hour);
    }

    // By the mouse itself: whatever lies under it, as for a hand.
    private static async Task TakeAsync(Person who, string headline)
    {
        var box = await MoveAsync(who, Entry(who, headline));
        await who.Page.Mouse.DownAsync();
        await who.Page.Mouse.MoveAsync(box.X + (box.Width / 2) + 12, box.Y + (box.Height / 2), new() { Steps = 4 });
    }

    private static async Task PutAsync(Person who, string day)
    {
        await MoveAsync(who, Day(who, day));
        await who.Page.Mouse.UpAsync();
    }

    private static async Task<LocatorBoundingBoxResult> MoveAsync(Person who, ILocator to)
    {
        var box = (await to.BoundingBoxAsync())!;
        await who.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2), new() { Steps = 4 });
        return box;
    }

    private static ILocator Entry(Person who, string headline) => who.Page.Locator(".entry", new() { HasText = headline });

    private static ILocator Day(Person who, string day) => who.Page.Locator($"[data-day='{day}']");

    private static Task<string?> WallAsync(ADesk desk, string headline) => desk.Site.InDbAsync(db => db.Articles.Where(a => a.Headline == headline).Select(a => a.DueWall).SingleAsync());
}
