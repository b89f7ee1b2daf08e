using Microsoft.Playwright;
using NewsSite.Tests;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Authors;
using NewsSite.Web.Newsroom;
using Councillor = NewsSite.Web.People.Person;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The pictures of the how-to guides, taken on the way that each guide describes: <c>script/newsroom-pictures DIR</c>.</summary>
internal sealed class HowToPictures(NewsroomPaper paper, string folder)
{
    private const string Headline = "Aldermoor library to open six days a week again";
    private const string Standfirst = "The county pays for two more members of staff until March; after that the town has to find the money.";
    private const string Words = "The council of Aldermoor met on Tuesday evening and agreed what it had put off since the autumn. Nobody spoke against it.";

    public static async Task TakeAsync(string folder)
    {
        var paper = new NewsroomPaper();
        await paper.InitializeAsync();
        try
        {
            await paper.Site.AddAsync(
                [
                    new Author { Slug = "ada-quill", Name = "Ada Quill" },
                    new Author { Slug = "ben-oakes", Name = "Ben Oakes" },
                    new Councillor { Slug = "una-pike", Name = "Una Pike", Summary = "An invented councillor.", Roles = [new("deputy leader", null, null, null, null, null)] },
                ],
                "authors", "people");
            var pictures = new HowToPictures(paper, folder);
            var library = await pictures.WriteAsync();
            await new TogetherPictures(pictures, paper).TakeAsync(library);
        }
        finally
        {
            await paper.DisposeAsync();
        }
    }

    /// <summary>A person whose window is as large as the pictures.</summary>
    public Task<Person> SitDownAsync(string name) => paper.SignInAsync(name, Role.Journalist, new() { ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });

    /// <summary>The window, or its upper part.</summary>
    public async Task TakeAsync(Person person, string name, int height = 800, int width = 1280)
    {
        await person.Page.EvaluateAsync("() => Promise.all([document.fonts.ready, ...[...document.images].map(i => i.decode().catch(() => {}))])");
        await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Clip = new() { Width = width, Height = height } });
        Console.WriteLine(name);
    }

    private async Task<string> WriteAsync()
    {
        await paper.Site.MakeAccountAsync(Role.Editor, "Ada Quill", "ada@example.org", "granite teapot violin");
        await using var ada = await paper.VisitAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        var page = ada.Page;
        await ada.GoAsync("/newsroom");
        await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Password").FillAsync("granite teapot violin");
        await TakeAsync(ada, "sign-in", 500);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.ArriveAsync("/newsroom$");
        await ada.GoAsync("/newsroom/articles");
        await TakeAsync(ada, "stories", 500);
        await ada.GoAsync("/newsroom/account");
        await TakeAsync(ada, "account");
        await ada.GoAsync("/newsroom/articles");

        await page.GetByRole(AriaRole.Link, new() { Name = "New story" }).First.ClickAsync();
        await ada.ReadyAsync();
        await TakeAsync(ada, "new-story", 420);
        await page.Keyboard.TypeAsync(Headline);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(Standfirst);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(Words);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("/");
        await page.GetByRole(AriaRole.Listbox).WaitForAsync();
        await ada.SavedAsync();
        await TakeAsync(ada, "slash-menu");
        await page.Keyboard.TypeAsync("state");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("“The town has until March to find the money.”"); // a new statement begins with what was said
        await ada.SavedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Checks" }).ClickAsync();
        await page.Locator(".checks-group.is-stop").WaitForAsync();
        await TakeAsync(ada, "checks", 640);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close Checks" }).ClickAsync();
        await page.Locator(".card-statement textarea").Last.ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Person" }).ClickAsync();
        await page.Keyboard.TypeAsync("Pike");
        await page.GetByRole(AriaRole.Option, new() { Name = "New person" }).WaitForAsync();
        await ada.SavedAsync();
        await TakeAsync(ada, "person-picker");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".chosen-card").WaitForAsync();
        await ada.SavedAsync();
        await TakeAsync(ada, "statement");

        await page.Keyboard.PressAsync("Escape");
        await ada.Body.Locator("p").Last.ClickAsync();
        await page.Keyboard.TypeAsync("/picture");
        await page.GetByRole(AriaRole.Option, new() { Name = "Picture" }).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".card-image input[type=file]").SetInputFilesAsync(Repository.PathOf("content", "media", "somerset-levels-steps.jpg"));
        await page.Locator(".card-image img").WaitForAsync();
        await page.Locator(".card-image").GetByText("Decorative", new() { Exact = true }).ClickAsync();
        await ada.SavedAsync();
        await TakeAsync(ada, "picture");
        await ada.Next.ClickAsync();
        await ada.Dialog.GetByLabel("Note for whoever reads it").FillAsync("The figures are in the report, page 4.");
        await TakeAsync(ada, "send-for-review");
        await ada.PressAsync("Send for review");
        await Assertions.Expect(ada.Next).ToContainTextAsync("Approve");
        var id = await ada.StoryIdAsync();
        await ReviewAsync(id);
        await ada.LookAgainAsync();
        await Assertions.Expect(ada.Next).ToHaveTextAsync("Publish…");
        await ada.Next.ClickAsync();
        await page.Locator(".effect-pages").WaitForAsync();
        await TakeAsync(ada, "publish");
        await ada.Dialog.GetByLabel("At a time").CheckAsync();
        await ada.Dialog.GetByLabel("Goes live").FillAsync("tomorrow 6am");
        await Assertions.Expect(page.Locator(".time-line")).ToContainTextAsync("tomorrow");
        await TakeAsync(ada, "schedule");
        await ada.Dialog.GetByLabel("Now").CheckAsync();
        await ada.PressAsync("Publish now");
        await page.GetByText("It is live.").First.WaitForAsync();
        await TakeAsync(ada, "live", 680);
        await ada.PressAsync("Back to the story");
        await ada.ChooseAsync("Withdraw…");
        await ada.Dialog.GetByLabel("Superseded").CheckAsync();
        await TakeAsync(ada, "withdraw");
        await ada.PressAsync("Leave it");
        return id;
    }

    // What another editor sees of it, and says.
    private async Task ReviewAsync(string id)
    {
        await using var ben = await paper.SignInAsync("Ben Oakes", Role.Editor, new() { ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        await ben.OpenStoryAsync(id);
        await TakeAsync(ben, "in-review", 420);
        await ben.Next.ClickAsync();
        await ben.Dialog.GetByText("is told by mail").WaitForAsync();
        await TakeAsync(ben, "approve");
        await ben.PressAsync("Approve");
        await Assertions.Expect(ben.Next).ToHaveTextAsync("Publish…");
    }
}
