using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Schedule;

public sealed class TodayTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    [Fact]
    public async Task A_journalist_finds_what_was_sent_back_first_with_the_note_and_what_goes_out_next()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();

        var page = await PageAsync(desk.Ada);

        var mine = Section(page, "mine-heading");
        Assert.Equal("The bus that never came", mine[0].QuerySelector(".story-line")!.TextContent);
        Assert.Contains("Who says so? We need the operator’s answer.", mine[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("Park and ride to open on Sundays", mine[1].QuerySelector(".story-line")!.TextContent);
        Assert.DoesNotContain(mine, row => row.TextContent.Contains("Library hours", StringComparison.Ordinal));
        var next = Section(page, "next-heading");
        Assert.Equal("Goes live in 2 days “Good” for children’s services in Somerset 6 May, 6:00", Words(next[0]));
        Assert.Equal("Is withdrawn in 5 days Road closed at Highbridge 9 May, 12:00", Words(next[2]));
        Assert.Null(page.QuerySelector("#waiting-heading"));
        Assert.Equal("page", page.QuerySelector(".bar-links a[href='/newsroom']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task An_editor_finds_what_waits_for_them_what_failed_and_what_nobody_approved()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();
        desk.Site.Clock.Pass(TimeSpan.FromSeconds(1));
        var (own, revision) = await desk.WriteAsync(desk.Ben, APlanner.Titled("Ben’s own story"));
        await desk.Ben.DoAsync(Post, own, "submit", new { revision });

        var (ben, cleo) = (await PageAsync(desk.Ben), await PageAsync(desk.Cleo));

        Assert.Equal(["Park and ride to open on Sundays"], Section(ben, "waiting-heading").Select(r => r.QuerySelector(".story-line")!.TextContent));
        Assert.Equal(["Park and ride to open on Sundays", "Ben’s own story"], Section(cleo, "waiting-heading").Select(r => r.QuerySelector(".story-line")!.TextContent));
        var failed = Assert.Single(ben.QuerySelectorAll("#failed li"));
        Assert.Contains("Did not go live today, 10:30: These words are not approved.", Words(failed), StringComparison.Ordinal);
        Assert.StartsWith("/newsroom/calendar/timed/", failed.QuerySelectorAll("a")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("The road is closed now", Assert.Single(Section(ben, "forced-heading")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Crash closes the A38", Section(ben, "live-heading").Select(r => r.QuerySelector(".story-line")!.TextContent));
    }

    [Fact]
    public async Task Whoever_has_approved_a_story_already_or_wrote_in_it_before_is_asked_only_when_it_counts()
    {
        await using var desk = await ADesk.OpenAsync();
        var (id, first) = await desk.LiveAsync();
        var mended = await desk.Ben.SaveAsync(id, first, ADesk.Story with { Standfirst = "By Ben." });
        await desk.Ben.DoAsync(Post, id, "submit", new { revision = mended.Revision });
        await desk.Cleo.DoAsync(Post, id, "approve", new { revision = mended.Revision });
        await desk.Ben.DoAsync(HttpMethod.Put, id, "live", new { revision = mended.Revision });
        var again = await desk.Ada.SaveAsync(id, mended.Revision, ADesk.Story with { Standfirst = "By Ada." });
        await desk.Ada.DoAsync(Post, id, "submit", new { revision = again.Revision });

        Assert.Contains("changes to a live story", Assert.Single(Section(await PageAsync(desk.Ben), "waiting-heading")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_looks_at_a_publication_without_approval_and_it_stays_in_the_record()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.FillAsync();
        var forced = await desk.Site.InDbAsync(db => db.ForcedPublications.AsNoTracking().SingleAsync());

        var own = await PageAsync(desk.Dora, "/newsroom/forced");
        var (refused, _) = await LookAsync(desk.Dora, forced.Id, "Fine.");
        var (done, _) = await LookAsync(desk.Ben, forced.Id, "Read it at 11; it is right.");
        var after = await PageAsync(desk.Ben, "/newsroom/forced");

        Assert.Contains("somebody else looks at it", own.QuerySelector(".forced")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused, done));
        Assert.Empty(after.QuerySelectorAll(".forced li"));
        Assert.Contains("Read it at 11; it is right.", Assert.Single(after.QuerySelectorAll(".table tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Null((await PageAsync(desk.Ben)).QuerySelector("#forced-heading"));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Ada.GetAsync("/newsroom/forced")).StatusCode);
    }

    [Fact]
    public async Task The_first_morning_says_how_a_story_gets_to_readers()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        using var mo = await site.SignInAsync(Role.Moderator, "Mo Read");

        Assert.Equal("/newsroom/articles/new", (await PageAsync(ada)).QuerySelector(".desk-first .button")!.GetAttribute("href"));
        Assert.Null((await PageAsync(mo)).QuerySelector(".desk-first .button"));
    }

    private static IReadOnlyList<IElement> Section(IDocument page, string heading) => [.. page.QuerySelector($"#{heading}")!.Closest("section")!.QuerySelectorAll("li")];

    private static async Task<(HttpStatusCode Status, IDocument Page)> LookAsync(HttpClient who, Guid forced, string note)
    {
        var token = (await PageAsync(who, "/newsroom/forced")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await who.PostAsync("/newsroom/forced", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("id", forced.ToString()), new("note", note)]));
        return (answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<IDocument> PageAsync(HttpClient who, string path = "/newsroom") => new HtmlParser().ParseDocument(await who.GetStringAsync(path));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
