using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The way of a story from the one who writes it over the one who approves it to its readers, and away from them again.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class ReviewJourneyTests(NewsroomPaper paper)
{
    [Fact]
    public async Task Two_people_bring_a_story_to_its_readers_at_a_minute_said_in_words_correct_it_and_withdraw_it()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman");
        await using var ada = await paper.SignInAsync("Ada Quill", Role.Editor);
        var id = await laura.WriteStoryAsync("Ferry timetable is agreed");

        // Sent for review, and back.
        await laura.Next.ClickAsync();
        await laura.Dialog.GetByLabel("Note for whoever reads it").FillAsync("The times are the operator's.");
        await laura.PressAsync("Send for review");
        await Assertions.Expect(laura.Next).ToHaveTextAsync("In review");
        await ada.OpenStoryAsync(id);
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Approve");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Send back…", Exact = true }).ClickAsync();
        await ada.PressAsync("Send it back");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("Say what is missing; the writer reads it.");
        await ada.Dialog.GetByLabel("What is missing").FillAsync("From which day?");
        await ada.PressAsync("Send it back");
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Send for review");

        // Sent again, and approved.
        await laura.LookAgainAsync();
        await Assertions.Expect(laura.Page.GetByRole(AriaRole.Region, new() { Name = "Sent back" })).ToContainTextAsync("From which day?");
        await laura.Body.Locator("p").Last.ClickAsync();
        await laura.Page.Keyboard.PressAsync("End");
        await laura.Page.Keyboard.TypeAsync(" It begins in May.");
        await laura.SavedAsync();
        await laura.Next.ClickAsync();
        await laura.PressAsync("Send for review");
        await Assertions.Expect(laura.Page.GetByRole(AriaRole.Region, new() { Name = "Sent back" })).ToHaveCountAsync(0);
        await ada.OpenStoryAsync(id);
        await ada.Next.ClickAsync();
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("Laura Sharman is told by mail.");
        await ada.PressAsync("Approve");
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Publish…");
        await laura.LookAgainAsync();
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Approved");

        // Scheduled in words, and live at its minute.
        await ada.Next.ClickAsync();
        await Assertions.Expect(ada.Dialog.Locator(".effect-pages")).ToContainTextAsync("Front page");
        await ScheduleAsync(ada, "tomorrow 6am");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync(new Regex("It goes live on .*, 6:00"));
        await ada.PressAsync("Back to the story");
        await Assertions.Expect(ada.Next).ToHaveTextAsync(Person.Scheduled);
        await PassToAsync(ada, id);
        await Eventually.TrueAsync(async () => (string)(await ada.StandingAsync(id))["state"]! == "live");
        await ada.LookAgainAsync();
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Live");
        var address = (string)(await ada.StandingAsync(id))["address"]!;
        await using var reader = await paper.VisitAsync();
        Assert.Equal(200, (await reader.Page.GotoAsync(address))!.Status);
        await Assertions.Expect(reader.Page.Locator("article")).ToContainTextAsync("It begins in May.");

        // Corrected in the open.
        await ada.ChooseAsync("Add a correction…");
        await ada.Page.GetByLabel("What was wrong").FillAsync("An earlier form of this story named the wrong month.");
        await ada.Page.GetByLabel("What is right").FillAsync("The timetable begins in June.");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Publish the correction" }).ClickAsync();
        await ada.Page.GetByText("The timetable begins in June.").First.WaitForAsync();
        await reader.Page.GotoAsync(address);
        await Assertions.Expect(reader.Page.Locator("article")).ToContainTextAsync("The timetable begins in June.");

        // Taken from readers, who are told why.
        await ada.OpenStoryAsync(id);
        await ada.ChooseAsync("Withdraw…");
        await ada.PressAsync("Withdraw it now");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("Choose why");
        await ada.Dialog.GetByLabel("Published in error").CheckAsync();
        await ada.Dialog.GetByLabel("Note for readers").FillAsync("The operator has not agreed yet.");
        await ada.PressAsync("Withdraw it now");
        await Assertions.Expect(ada.Page.Locator(".desk-state")).ToContainTextAsync("Withdrawn");
        Assert.Equal(410, (await reader.Page.GotoAsync(address))!.Status);
        Assert.Empty(laura.Faults.Concat(ada.Faults).Concat(reader.Faults));
    }

    [Fact]
    public async Task A_minute_that_the_clocks_skip_or_show_twice_is_asked_about_and_moved_by_the_same_rules()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        var id = await WriteApprovedAsync(laura, "Clock tower opens at night");

        await laura.Next.ClickAsync();
        await ScheduleAsync(laura, "25 October 2026 1.30am");
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("Choose one of the two times.");
        await laura.Dialog.Locator(".time-choices [type=radio]").Last.CheckAsync();
        await laura.PressAsync("Schedule");
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("It goes live on Sunday 25 October 2026, 1:30");
        await laura.PressAsync("Back to the story");
        Assert.Equal("2026-10-25T01:30:00", ((string)(await laura.StandingAsync(id))["publication"]!["dueAt"]!)[..19]);

        await laura.Next.ClickAsync();
        await laura.Dialog.GetByLabel("Move it to").FillAsync("28 March 2027 1.30am");
        await laura.PressAsync("Move it");
        await laura.Dialog.Locator(".time-choices [type=radio]").First.CheckAsync();
        await laura.PressAsync("Move it");
        await Assertions.Expect(laura.Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(laura.Next).ToContainTextAsync("28 Mar 2027");
        Assert.NotEqual("2027-03-28 01:30", (string)(await laura.StandingAsync(id))["publication"]!["at"]!);

        await laura.Next.ClickAsync();
        await laura.PressAsync("Do not publish");
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Publish…");
        Assert.Empty(laura.Faults);
    }

    [Fact]
    public async Task What_stands_against_a_story_at_its_minute_is_said_above_it_until_somebody_decides()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        var id = await WriteApprovedAsync(laura, "Market moves to Thursday");
        await laura.Next.ClickAsync();
        await ScheduleAsync(laura, "in 2 hours");
        await laura.PressAsync("Back to the story");
        await paper.Site.InDbAsync(db => db.Set<Approval>().Where(a => a.ArticleId == Guid.Parse(id)).ExecuteDeleteAsync());
        await PassToAsync(laura, id);
        await Eventually.TrueAsync(async () => (string?)(await laura.StandingAsync(id))["publication"]!["fault"] is not null);

        await laura.LookAgainAsync();

        var alert = laura.Page.Locator(".standing").GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("It did not go live on");
        await Assertions.Expect(alert).ToContainTextAsync("not approved");
        await Assertions.Expect(laura.Next).ToHaveTextAsync("It did not go live");
        await alert.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("not approved");
        await laura.PressAsync("Do not publish");
        await Assertions.Expect(alert).ToHaveCountAsync(0);
        Assert.Empty(laura.Faults);
    }

    [Fact]
    public async Task A_change_of_approved_words_ends_their_approval_and_says_so()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        await WriteApprovedAsync(laura, "Swimming pool reopens");

        await laura.Body.Locator("p").Last.ClickAsync();
        await laura.Page.Keyboard.PressAsync("End");
        await laura.Page.Keyboard.TypeAsync(" Twice a day.");

        await Assertions.Expect(laura.Page.Locator(".standing")).ToContainTextAsync("You changed approved words; they need approval again.", new() { Timeout = 15_000 });
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Send for review");
        Assert.Empty(laura.Faults);
    }

    private async Task<string> WriteApprovedAsync(Person editor, string headline)
    {
        var id = await editor.WriteStoryAsync(headline);
        await paper.ApproveAsync(id);
        await editor.LookAgainAsync();
        await Assertions.Expect(editor.Next).ToHaveTextAsync("Publish…");
        return id;
    }

    private static async Task ScheduleAsync(Person editor, string words)
    {
        await editor.Dialog.GetByLabel("At a time").CheckAsync();
        await editor.Dialog.GetByLabel("Goes live").FillAsync(words);
        await editor.PressAsync("Schedule");
    }

    private async Task PassToAsync(Person somebody, string id)
    {
        var due = DateTimeOffset.Parse((string)(await somebody.StandingAsync(id))["publication"]!["dueAt"]!, System.Globalization.CultureInfo.InvariantCulture);
        paper.Site.Clock.Pass(due - paper.Site.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }
}
