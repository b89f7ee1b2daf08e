using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Comments;
using NewsSite.Web.Articles;
using NewsSite.Web.Comments;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The queue of comments in the browser.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class ModerationTests(NewsroomPaper paper)
{
    private const string Story = "good-for-childrens-services-in-somerset";

    [Fact]
    public async Task A_moderator_clears_twenty_comments_by_keyboard_alone()
    {
        var comments = await FillAsync(22);
        await using var mo = await paper.SignInAsync("Mo Dera", Role.Moderator);
        await mo.GoAsync("/newsroom/comments");
        var keys = mo.Page.Keyboard;

        await keys.PressAsync("j");
        await Assertions.Expect(Entry(mo, comments[0])).ToBeFocusedAsync();
        for (var i = 0; i < 16; i++) await keys.PressAsync("a");
        await Assertions.Expect(Entry(mo, comments[16])).ToBeFocusedAsync();
        await keys.PressAsync("s");
        await Assertions.Expect(Entry(mo, comments[17])).ToBeFocusedAsync();
        await keys.PressAsync("r");
        await keys.PressAsync("5");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Please stay with a story.");
        await keys.PressAsync("Enter");
        await Assertions.Expect(Entry(mo, comments[18])).ToBeFocusedAsync();
        await keys.PressAsync("s");
        await Assertions.Expect(Entry(mo, comments[19])).ToBeFocusedAsync();
        await keys.PressAsync("u");
        await Assertions.Expect(Entry(mo, comments[18])).ToBeFocusedAsync();
        await keys.PressAsync("x");
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await keys.PressAsync("a");
        await Assertions.Expect(mo.Page.Locator("[data-said]")).ToContainTextAsync("2 comments are approved.");
        await Assertions.Expect(Entry(mo, comments[20])).ToBeFocusedAsync(); // those behind the page have come

        var states = await StatesAsync(comments);
        Assert.Equal([.. Enumerable.Repeat(CommentState.Approved, 16), CommentState.Spam, CommentState.Refused, CommentState.Approved, CommentState.Approved, CommentState.Pending, CommentState.Pending], states);
        Assert.Equal("Please stay with a story.", await paper.Site.InDbAsync(db => db.Set<CommentDecision>().Where(d => d.CommentId == comments[17] && d.Act == CommentAct.Refused).Select(d => d.Sentence).FirstAsync()));
        Assert.Empty(mo.Faults);
    }

    [Fact]
    public async Task Two_moderators_at_once_never_fight_over_a_comment()
    {
        var comments = await FillAsync(2);
        await using var ben = await paper.SignInAsync("Ben Hart", Role.Editor);
        await using var mo = await paper.SignInAsync("Mo Dera", Role.Moderator);
        await ben.GoAsync("/newsroom/comments");
        await mo.GoAsync("/newsroom/comments");

        await ben.Page.RunAndWaitForResponseAsync(() => ben.Page.Keyboard.PressAsync("j"), answer => answer.Url.Contains("/opening?version=", StringComparison.Ordinal) && answer.Request.Method == "PUT");
        await mo.ComeBackAsync();
        await Assertions.Expect(Entry(mo, comments[0]).GetByText("Ben Hart has this open.")).ToBeVisibleAsync();
        await mo.Page.Keyboard.PressAsync("j");
        await mo.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(mo.Page.Locator("[data-said]")).ToContainTextAsync("Ben Hart has this open.");
        await Assertions.Expect(Entry(mo, comments[0]).GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeDisabledAsync();
        Assert.Equal(CommentState.Pending, (await StatesAsync(comments))[0]);

        await ben.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(Entry(ben, comments[1])).ToBeFocusedAsync();
        await mo.Page.Keyboard.PressAsync("j");
        await mo.ComeBackAsync();
        await Assertions.Expect(Entry(mo, comments[0])).ToContainTextAsync("another moderator has decided; it is spam now.");
        Assert.Equal(CommentState.Spam, (await StatesAsync(comments))[0]);
        Assert.Empty(ben.Faults.Concat(mo.Faults));
    }

    [Fact]
    public async Task Letters_in_a_field_are_letters_and_the_keys_can_be_turned_off()
    {
        var comments = await FillAsync(1);
        await using var mo = await paper.SignInAsync("Mo Dera", Role.Moderator);
        await mo.GoAsync("/newsroom/comments");

        await mo.Page.Keyboard.PressAsync("j");
        await mo.Page.Keyboard.PressAsync("r");
        var sentence = Entry(mo, comments[0]).GetByLabel("A sentence to its writer");
        await sentence.FocusAsync();
        await mo.Page.Keyboard.TypeAsync("as 1 rus");
        await Assertions.Expect(sentence).ToHaveValueAsync("as 1 rus");
        await mo.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Entry(mo, comments[0])).ToBeFocusedAsync();
        await mo.Page.GetByLabel("Single-key shortcuts").UncheckAsync();
        await mo.Page.ReloadAsync();
        await mo.Page.Keyboard.PressAsync("j");
        await mo.Page.Keyboard.PressAsync("a");

        await Assertions.Expect(mo.Page.GetByLabel("Single-key shortcuts")).Not.ToBeCheckedAsync();
        await Assertions.Expect(mo.Page.Locator(".q-entry.is-current")).ToHaveCountAsync(0);
        Assert.Equal([CommentState.Pending], await StatesAsync(comments));
        Assert.Empty(mo.Faults);
    }

    [Fact]
    public async Task The_pages_of_moderation_break_no_rule_of_WCAG_and_fit_every_window()
    {
        var comments = await FillAsync(3);
        var story = await paper.Site.StoryIdAsync(Story);
        var seen = await paper.Site.WaitingAsync(story, "Una Dale", "Seen by readers, and *reported*.", CommentState.Approved);
        await paper.Site.ReportedAsync(seen.Id, CommentReason.OffTopic, "It is about something else.");
        await paper.Site.WaitingAsync(story, "Tom Reed", "> Seen by readers\n\n- An answer\n- with a list", answers: seen.Id);
        var writer = await paper.Site.InDbAsync(db => db.Set<Comment>().Where(c => c.Id == seen.Id).Select(c => c.CommenterId).FirstAsync());
        await using var mo = await paper.SignInAsync("Mo Dera", Role.Moderator);
        var faults = new List<string>();

        foreach (var width in new[] { 360, 768, 1280 })
        {
            await mo.Page.SetViewportSizeAsync(width, 900);
            foreach (var path in new[] { "", "?shelf=reported", "?shelf=appeals", $"/{seen.Id}", $"/{seen.Id}/answer", $"/writers/{writer}", "/blocked" })
            {
                await mo.GoAsync("/newsroom/comments" + path);
                if (path == "")
                {
                    await mo.Page.Keyboard.PressAsync("j");
                    await mo.Page.Keyboard.PressAsync("x");
                    await mo.Page.Locator(".q-entry .q-refuse").First.EvaluateAsync("details => { details.open = true; }");
                }
                faults.AddRange(await Wcag.FaultsAsync(mo.Page, $"/newsroom/comments{path} at {width}"));
            }
        }

        Assert.Equal(3, comments.Count);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Empty(mo.Faults);
    }

    private static ILocator Entry(Person person, Guid comment) => person.Page.Locator($"#c-{comment:N}");

    private async Task<IReadOnlyList<CommentState>> StatesAsync(IReadOnlyList<Guid> comments)
    {
        var rows = await paper.Site.InDbAsync(db => db.Set<Comment>().AsNoTracking().Where(c => comments.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.State));
        return [.. comments.Select(c => rows[c])];
    }

    // The queue holds these and no others: what earlier tests left is done with.
    private async Task<IReadOnlyList<Guid>> FillAsync(int number)
    {
        await paper.Site.InDbAsync(db => db.Set<Comment>().Where(c => c.State == CommentState.Pending).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CommentState.Spam)));
        var story = await paper.Site.StoryIdAsync(Story);
        var ids = new List<Guid>();
        for (var i = 0; i < number; i++) ids.Add((await paper.Site.WaitingAsync(story, $"Reader {i % 5}", $"Words {i} of {number}.")).Id);
        return ids;
    }
}
