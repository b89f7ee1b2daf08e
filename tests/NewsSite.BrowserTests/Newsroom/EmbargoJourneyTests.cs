using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Tests.Media;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>A story and its picture are held back from every way to readers, until an editor says why it cannot wait.</summary>
[Collection(SharedNewsroom.Name)]
public sealed class EmbargoJourneyTests(NewsroomPaper paper)
{
    private const string Headline = "Quayside lease goes to the fishermen", Slug = "quayside-lease-goes-to-the-fishermen";
    private static readonly string[] Lists = ["/", "/news", "/feed.xml", "/atom.xml", "/feed.json", "/sitemaps/articles-1.xml", "/news-sitemap.xml", "/api/v1/articles", "/archive/2026/05"];

    [Fact]
    public async Task Under_an_embargo_nothing_of_a_story_is_anywhere_and_lifting_it_takes_a_reason()
    {
        await using var laura = await paper.SignInAsync("Laura Sharman", Role.Editor);
        var id = await laura.WriteStoryAsync(Headline);
        var picture = await AddPictureAsync(laura);

        await laura.ChooseAsync("Embargo…");
        await laura.Dialog.GetByLabel("Until").FillAsync("tomorrow noon");
        await Assertions.Expect(laura.Dialog.Locator(".time-line")).ToContainTextAsync("12:00");
        await laura.PressAsync("Put it under embargo");
        await Assertions.Expect(laura.Page.Locator(".desk-embargo")).ToBeVisibleAsync();
        await paper.ApproveAsync(id);
        await laura.LookAgainAsync();
        var until = (string)(await laura.StandingAsync(id))["embargoWords"]!;

        // Neither now nor before its end.
        await Assertions.Expect(laura.Next).ToHaveTextAsync("Publish…");
        await laura.Next.ClickAsync();
        await Assertions.Expect(laura.Dialog.GetByLabel(new Regex("^Not before"))).ToBeDisabledAsync();
        await Assertions.Expect(laura.Dialog).ToContainTextAsync(until);
        await laura.Dialog.GetByLabel("Goes live").FillAsync("tomorrow 11.59am");
        await laura.PressAsync("Schedule");
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("Choose that minute or a later one, or lift the embargo.");
        await laura.PressAsync("Not yet");
        await SeesAsync(picture, seen: false);

        await laura.ChooseAsync("Lift the embargo…");
        await laura.PressAsync("Lift it now");
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("Say in a sentence why the embargo ends early");
        await laura.Dialog.GetByLabel("Why it ends early").FillAsync("The harbour office has put it on its door.");
        await laura.PressAsync("Lift it now");
        await Assertions.Expect(laura.Page.Locator(".desk-embargo")).ToBeHiddenAsync();
        await laura.Next.ClickAsync();
        await laura.PressAsync("Publish now");
        await Assertions.Expect(laura.Dialog).ToContainTextAsync("It is live.");

        await SeesAsync(picture, seen: true);
        Assert.Empty(laura.Faults);
    }

    // The address under which readers would find the picture.
    private static async Task<string> AddPictureAsync(Person writer)
    {
        await writer.Body.Locator("p").Last.ClickAsync();
        await writer.Page.Keyboard.PressAsync("End");
        await writer.Page.Keyboard.PressAsync("Enter");
        await writer.Page.Keyboard.TypeAsync("/picture");
        await writer.Page.GetByRole(AriaRole.Option, new() { Name = "Picture" }).First.WaitForAsync();
        await writer.Page.Keyboard.PressAsync("Enter");
        await writer.Page.Locator(".card-image input[type=file]").SetInputFilesAsync(new FilePayload { Name = "quayside.png", MimeType = "image/png", Buffer = APicture.Png(641, 361) });
        await writer.Page.Locator(".card-image img").WaitForAsync();
        await writer.Page.Locator(".card-image").GetByText("Decorative", new() { Exact = true }).ClickAsync();
        await writer.SaveAsync();
        return new Uri(await writer.Page.Locator(".card-image img").EvaluateAsync<string>("i => i.src")).AbsolutePath;
    }

    private async Task SeesAsync(string picture, bool seen)
    {
        await using var reader = await paper.VisitAsync();
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(paper.Site.Address) };
        Assert.Equal(seen ? 200 : 404, (await reader.Page.GotoAsync($"{paper.Site.Address}/news/{Slug}"))!.Status);
        foreach (var path in new[] { $"/api/v1/articles/{Slug}", picture }) Assert.Equal(seen, (await plain.GetAsync(path)).IsSuccessStatusCode);
        foreach (var list in Lists)
        {
            using var answer = await plain.GetAsync(list); // a month without a story is not found
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(seen == text.Contains(Slug, StringComparison.OrdinalIgnoreCase), list);
            if (!seen) Assert.DoesNotContain(Headline, text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
