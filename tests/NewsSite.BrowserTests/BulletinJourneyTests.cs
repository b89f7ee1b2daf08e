using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.Tests;
using NewsSite.Tests.Mail;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Bulletins;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests;

/// <summary>A reader without JavaScript and an editor, on a site that sends its mail to a real server. That nobody gets one twice though the program is killed is shown without a browser, by <c>KillTests</c>.</summary>
[Collection(SharedNewsroom.Name)]
public sealed partial class BulletinJourneyTests(NewsroomPaper paper) : IAsyncLifetime
{
    private SmtpServer _post = null!;
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _post = await SmtpServer.StartAsync();
        var address = $"http://localhost:{FreePort.Find()}";
        _site = await TestSite.StartAsync([.. _post.Settings, $"--urls={address}", $"--Site:BaseUrl={address}", "--Bulletin:Time=09:30"]);
        await _site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier", Standfirst = "It was built in 1897.", Published = "2026-05-04 09:00" });
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_signs_up_and_confirms_an_editor_releases_the_first_bulletin_and_one_click_stops_it()
    {
        var reader = await (await paper.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 360, Height = 800 } })).NewPageAsync();
        await reader.GotoAsync(_site.Address + "/");
        await reader.GetByLabel("Email address").FillAsync("ann@example.org");
        await reader.GetByRole(AriaRole.Button, new() { Name = "Sign up" }).ClickAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();
        await reader.GotoAsync(await LinkAsync("confirm"));
        await reader.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Heading, new() { Name = "You are signed up" })).ToBeVisibleAsync();

        var (cookies, _) = await _site.SignInCookiesAsync(Role.Editor, "Ed Itor");
        var context = await paper.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.AddCookiesAsync(cookies.GetCookies(new Uri(_site.Address)).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = _site.Address }));
        await using var editor = await Person.StartAsync(context, _site.Address);
        await editor.GoAsync("/newsroom");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "look at it" }).ClickAsync();
        await Assertions.Expect(editor.Page.FrameLocator("iframe").GetByRole(AriaRole.Link, new() { Name = "Storm takes the pier" })).ToBeVisibleAsync();
        await Assertions.Expect(editor.Page.GetByText("one reader; readers of some topics")).ToBeVisibleAsync();
        var faults = new List<string>(await Wcag.FaultsAtAsync(editor.Page, "/newsroom/bulletins", [360, 1280]));
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "I have looked at it: release it" }).ClickAsync();

        var (stop, confirm) = (await LinkAsync("stop"), await LinkAsync("confirm"));
        var yours = await LinkAsync("yours");
        var visitor = await (await paper.Browser.NewContextAsync()).NewPageAsync();
        foreach (var (name, address) in new[] { ("/bulletin", _site.Address + "/bulletin"), ("/bulletin/sent", _site.Address + "/bulletin/sent"), ("/bulletin/confirm, given before", confirm), ("/bulletin/yours", yours), ("/bulletin/stop", stop) })
            faults.AddRange(await Wcag.FaultsAtAsync(visitor, name, [360, 1280], () => visitor.GotoAsync(address)));
        Assert.Empty(faults);
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Send me no more of these" }).ClickAsync();
        await Assertions.Expect(visitor.GetByRole(AriaRole.Button, new() { Name = "Send me no more of these" })).ToHaveCountAsync(0);
        Assert.Empty(await Wcag.FaultsAtAsync(visitor, "/bulletin/stop, done", [360, 1280]));
        await reader.GotoAsync(yours);
        await Assertions.Expect(reader.GetByLabel("Everything")).Not.ToBeCheckedAsync();
        await reader.GetByLabel("Everything").CheckAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(reader.GetByText("Your choice is saved.")).ToBeVisibleAsync();
        using var program = new HttpClient();
        using var stopped = await program.PostAsync(stop, new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.True(stopped.IsSuccessStatusCode);
        await reader.GotoAsync(yours);
        await Assertions.Expect(reader.GetByLabel("Everything")).Not.ToBeCheckedAsync();

        await AlertAsync(editor);
        Assert.Empty(editor.Faults);
    }

    // Whoever follows a topic: the first alert waits for the editor, who gives it a line.
    private async Task AlertAsync(Person editor)
    {
        await _site.InDbAsync(db =>
        {
            var now = _site.Clock.GetUtcNow();
            var eve = new Subscriber { Id = Guid.CreateVersion7(now), Email = "eve@example.org", SeenAt = now, ConfirmedAt = now };
            db.AddRange(eve, new Subscription { SubscriberId = eve.Id, Kind = WantedKind.AlertTopic, Subject = "coast", At = now });
            return db.SaveChangesAsync();
        });
        await _site.PublishAsync(new AStory { Slug = "wall", Headline = "The sea wall holds", Standfirst = "It was built in 1911.", Published = "2026-05-04 10:00" });
        await editor.GoAsync("/newsroom");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "look at it" }).ClickAsync();
        var alert = editor.Page.GetByRole(AriaRole.Article, new() { Name = "The sea wall holds" });
        await alert.GetByText("What readers get").ClickAsync();
        await Assertions.Expect(alert.FrameLocator("iframe").GetByText("has just gone live")).ToBeVisibleAsync();
        var faults = await Wcag.FaultsAtAsync(editor.Page, "/newsroom/bulletins with an alert", [360, 1280]);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        await alert.GetByLabel("A line of your own").FillAsync("Stay away from the front tonight.");
        await alert.GetByRole(AriaRole.Button, new() { Name = "Keep the line" }).ClickAsync();
        await Assertions.Expect(editor.Page.GetByText("The line is kept.")).ToBeVisibleAsync();
        await alert.GetByRole(AriaRole.Button, new() { Name = "I have looked at it: release it" }).ClickAsync();
        await Assertions.Expect(editor.Page.GetByText("The alert is released")).ToBeVisibleAsync();
        _site.Clock.Pass(TimeSpan.FromMinutes(2));

        await Eventually.TrueAsync(() => Task.FromResult(_post.Mails().Any(mail => mail.Contains("eve@example.org", StringComparison.Ordinal) && Parts(mail).Any(part => part.Contains("Stay away from the front tonight.", StringComparison.Ordinal)))));
    }

    private async Task<string> LinkAsync(string kind)
    {
        var found = "";
        await Eventually.TrueAsync(() =>
        {
            found = (from mail in _post.Mails() from part in Parts(mail) from Match link in Link().Matches(part) where link.Value.Contains($"/bulletin/{kind}/", StringComparison.Ordinal) select link.Value).LastOrDefault() ?? "";
            return Task.FromResult(found.Length > 0);
        });
        return found;
    }

    // What mail programs show: each part, whatever it was wrapped in.
    private static IEnumerable<string> Parts(string mail)
    {
        foreach (var part in Regex.Split(mail.ReplaceLineEndings("\n"), "\n\n"))
        {
            var bare = part.Replace("\n", "", StringComparison.Ordinal).Trim();
            var end = bare.IndexOf("--", StringComparison.Ordinal);
            var bytes = new byte[bare.Length];
            yield return Convert.TryFromBase64String(end > 0 ? bare[..end] : bare, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : part;
        }
    }

    [GeneratedRegex(@"http://localhost:\d+/bulletin/[a-z]+/[\w-]+")]
    private static partial Regex Link();
}
