using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Schedule;

public sealed class CalendarTests
{
    [Fact]
    public async Task Each_story_stands_on_its_day_with_its_time_what_happens_and_where_it_stands()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();

        var month = await PageAsync(desk.Ben, "/newsroom/calendar?from=2026-05-20");

        Assert.Equal(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], month.QuerySelectorAll(".month th .hidden").Select(h => h.TextContent));
        Assert.Equal(("2026-04-27", "2026-05-31"), (month.QuerySelectorAll(".month [data-day]")[0].GetAttribute("data-day"), month.QuerySelectorAll(".month [data-day]")[^1].GetAttribute("data-day")));
        Assert.Equal(["6:00 Goes live “Good” for children’s services in Somerset", "17:30 Goes live Storm takes the pier"], On(month, "2026-05-06"));
        Assert.Equal(["Planned Draft Who pays for the flood wall", "0:01 Embargo ends Draft Ofsted report on the county’s nurseries"], On(month, "2026-05-07"));
        Assert.Equal(["12:00 Is withdrawn Road closed at Highbridge"], On(month, "2026-05-09"));
        var today = On(month, "2026-05-04");
        Assert.Equal("10:30 Did not go live Council tax letters went to the wrong street", today[0]);
        Assert.Contains(today, e => e.EndsWith("Live Library hours are longer from June", StringComparison.Ordinal));
        Assert.Contains("Today", month.QuerySelector("[data-day='2026-05-04']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("refused at its minute", month.QuerySelector(".notice.stop")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_and_list_show_the_same_and_lead_on()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();

        var week = await PageAsync(desk.Ben, "/newsroom/calendar?view=week&from=2026-05-07");
        var list = await PageAsync(desk.Ben, "/newsroom/calendar?view=list&from=2026-05-07");

        Assert.Equal(("4–10 May 2026", "7 May – 3 June 2026"), (week.QuerySelector("h1")!.TextContent, list.QuerySelector("h1")!.TextContent));
        Assert.Equal(On(week, "2026-05-07"), On(list, "2026-05-07"));
        Assert.Equal("/newsroom/calendar?view=week&from=2026-05-11", week.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/newsroom/calendar?view=list&from=2026-04-09", list.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(["2026-05-07", "2026-05-09", "2026-05-12"], list.QuerySelectorAll("[data-day]").Select(d => d.GetAttribute("data-day")));
        Assert.Contains("Nothing in these four weeks", (await PageAsync(desk.Ben, "/newsroom/calendar?view=list&from=2027-01-01")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        foreach (var wrong in new[] { "view=year", "from=tomorrow", "from=0001-01-01" }) Assert.Equal(HttpStatusCode.NotFound, (await desk.Ben.GetAsync($"/newsroom/calendar?{wrong}")).StatusCode);
    }

    [Theory]
    [InlineData("2026-10-25", "Clocks go back: 1:00 to 2:00 comes twice")]
    [InlineData("2027-03-28", "Clocks go forward: 1:00 to 2:00 does not exist")]
    public async Task Days_on_which_the_clocks_change_say_so(string day, string expected)
    {
        await using var site = await TestSite.StartAsync();
        using var ben = await site.SignInAsync(Role.Editor);

        var page = await PageAsync(ben, $"/newsroom/calendar?view=week&from={day}");

        Assert.Equal(expected, Assert.Single(page.QuerySelectorAll(".day-clocks")).TextContent);
        Assert.Equal(day, page.QuerySelector(".day-clocks")!.Closest("[data-day]")!.GetAttribute("data-day"));
    }

    [Fact]
    public async Task Only_those_who_may_move_a_story_are_offered_to()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();
        using var mo = await desk.Site.SignInAsync(Role.Moderator, "Mo Read");

        Assert.Equal(["embargo", "live"], Unmovable(await PageAsync(desk.Ben, "/newsroom/calendar")));
        Assert.Equal(["embargo", "live", "publication", "withdrawal"], Unmovable(await PageAsync(desk.Ada, "/newsroom/calendar")));
        Assert.Equal(["embargo", "live", "planned", "publication", "withdrawal"], Unmovable(await PageAsync(mo, "/newsroom/calendar")));
    }

    [Fact]
    public async Task Without_scripts_a_scheduled_story_is_moved_by_a_form_with_the_rules_of_every_other_place()
    {
        await using var desk = await ADesk.OpenAsync();
        var id = await desk.ScheduledAsync("Storm takes the pier", "2026-05-06 06:00");
        var form = (await PageAsync(desk.Ben, "/newsroom/calendar")).QuerySelector(".entry-move")!.GetAttribute("href")!;

        var (past, words) = await SendAsync(desk.Ben, form, ("day", "2026-05-03"), ("time", "06:00"));
        var (twice, question) = await SendAsync(desk.Ben, form, ("day", "2026-10-25"), ("time", "01:30"));
        var (done, _) = await SendAsync(desk.Ben, form, ("day", "2026-10-25"), ("time", "01:30"), ("occurrence", "second"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, past);
        Assert.Contains("has passed", words.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-05-03", words.QuerySelector("#day")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice);
        Assert.Equal(["first", "second"], question.QuerySelectorAll("[name=occurrence]").Select(r => r.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, done);
        var act = await desk.Site.InDbAsync(db => db.TimedActs.AsNoTracking().SingleAsync(t => t.ArticleId == id && t.Status == TimedStatus.Waiting));
        Assert.Equal("2026-10-25T01:30:00", act.DueAt.UtcDateTime.ToString("s"));
        Assert.Equal(["1:30 (the second) Goes live Storm takes the pier"], On(await PageAsync(desk.Ben, "/newsroom/calendar?from=2026-10-25"), "2026-10-25"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ben.GetAsync(form)).StatusCode);
    }

    [Fact]
    public async Task A_planned_story_gets_another_day_or_none()
    {
        await using var desk = await ADesk.OpenAsync();
        var id = await desk.PlannedAsync("A year of the new council", "2026-05-12");
        var form = (await PageAsync(desk.Ada, "/newsroom/calendar")).QuerySelector(".entry-move")!.GetAttribute("href")!;

        var (wrong, _) = await SendAsync(desk.Ada, form, ("day", "soon"));
        await SendAsync(desk.Ada, form, ("day", "2026-05-14"));
        var moved = await desk.Site.InDbAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.PlannedDay).SingleAsync());
        await SendAsync(desk.Ada, form, ("free", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Equal(new DateOnly(2026, 5, 14), moved);
        Assert.Null(await desk.Site.InDbAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.PlannedDay).SingleAsync()));
    }

    private static IReadOnlyList<string> On(IDocument page, string day) => [.. page.QuerySelectorAll($"[data-day='{day}'] .entry").Select(Told)];

    private static string Told(IElement entry) => Words(entry.QuerySelector(".entry-line")!) + " " + entry.QuerySelector(".entry-headline")!.TextContent;

    private static IEnumerable<string> Unmovable(IDocument page) =>
        page.QuerySelectorAll(".entry").Where(e => e.QuerySelector(".entry-move") is null).Select(e => e.ClassList[1]["entry-".Length..]).Distinct().Order(StringComparer.Ordinal);

    private static async Task<IDocument> PageAsync(HttpClient who, string path) => new HtmlParser().ParseDocument(await who.GetStringAsync(path));

    private static async Task<(HttpStatusCode Status, IDocument Page)> SendAsync(HttpClient who, string path, params (string Name, string Value)[] fields)
    {
        var token = (await PageAsync(who, path)).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await who.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
        return (answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
