using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.Tests;
using NewsSite.Tests.Comments;
using NewsSite.Tests.Mail;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Comments;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Comments.Letters;
using NewsSite.Web.Mail;
using NewsSite.Web.Newsroom;

namespace NewsSite.BrowserTests;

/// <summary>Readers and moderators of one story, on a site that sends its mail to a real server.</summary>
[Collection(SharedNewsroom.Name)]
public sealed partial class CommentJourneyTests(NewsroomPaper paper) : IAsyncLifetime
{
    private SmtpServer _post = null!;
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _post = await SmtpServer.StartAsync();
        var address = $"http://localhost:{FreePort.Find()}";
        _site = await TestSite.StartAsync([.. _post.Settings, $"--urls={address}", $"--Site:BaseUrl={address}"]);
        await _site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the pier" });
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task Without_JavaScript_a_comment_is_confirmed_approved_answered_and_its_writer_told()
    {
        await using var mo = await ModeratorAsync("Mo Dera");
        var ann = await ReaderAsync();
        await WriteAsync(ann, "/news/pier", "Ann", "ann@example.org", "The pier **will** be missed.");
        await Assertions.Expect(ann.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();
        await ann.GotoAsync(await LinkAsync("ann@example.org", "confirm"));
        await ann.GetByRole(AriaRole.Button, new() { Name = "Confirm my address" }).ClickAsync();
        await Assertions.Expect(ann.GetByRole(AriaRole.Heading, new() { Name = "Thank you: a moderator reads it next" })).ToBeVisibleAsync();
        await DecideAsync(mo, "Approve the comment of Ann");

        await ann.GotoAsync(_site.Address + "/news/pier");
        await Assertions.Expect(ann.Locator(".comment strong")).ToHaveTextAsync("will");
        var ben = await ReaderAsync();
        await ben.GotoAsync(_site.Address + "/news/pier");
        await ben.GetByRole(AriaRole.Link, new() { Name = "Answer Ann" }).ClickAsync();
        await WriteAsync(ben, null, "Ben", "ben@example.org", "It will be built again.");
        await ben.GotoAsync(await LinkAsync("ben@example.org", "confirm"));
        await ben.GetByRole(AriaRole.Button, new() { Name = "Confirm my address" }).ClickAsync();
        await Assertions.Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Thank you: a moderator reads it next" })).ToBeVisibleAsync();
        Assert.False(HasTold("ann@example.org", "built again")); // not before readers see it
        await DecideAsync(mo, "Approve the comment of Ben");
        SendKeptMail();

        await Eventually.TrueAsync(() => Task.FromResult(HasTold("ann@example.org", "built again")));
        await ann.ReloadAsync();
        await Assertions.Expect(ann.Locator(".answers .comment")).ToContainTextAsync("answers Ann");
        Assert.Empty(mo.Faults);
    }

    [Fact]
    public async Task A_refusal_is_appealed_against_and_another_moderator_decides()
    {
        var comment = await _site.WaitingAsync(await _site.StoryIdAsync("pier"), "Ann Reed", "The council are fools.");
        await using var mo = await ModeratorAsync("Mo Dera");
        await mo.GoAsync("/newsroom/comments");
        await mo.Page.Keyboard.PressAsync("j");
        await mo.Page.Keyboard.PressAsync("r");
        await mo.Page.Keyboard.PressAsync("1");
        await mo.Page.Keyboard.PressAsync("Tab");
        await mo.Page.Keyboard.TypeAsync("Say it without the name-calling.");
        await mo.Page.Keyboard.PressAsync("Enter");
        await Eventually.TrueAsync(async () => (await _site.NowAsync(comment.Id)).State is CommentState.Refused);
        SendKeptMail();

        var ann = await ReaderAsync();
        await ann.GotoAsync(await LinkAsync("ann.reed@example.org", "appeal"));
        await ann.GetByRole(AriaRole.Textbox).FillAsync("It is what the report says.");
        await ann.Locator("main form button").ClickAsync();
        await Assertions.Expect(ann.Locator("main")).ToContainTextAsync("nother moderator");
        await using var dora = await ModeratorAsync("Dora Else");
        await dora.GoAsync("/newsroom/comments?shelf=appeals");
        await Assertions.Expect(dora.Page.Locator(".q-entry")).ToContainTextAsync("It is what the report says.");
        await dora.Page.Locator(".q-entry").GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve|^Show it|^Grant") }).First.ClickAsync();
        await Eventually.TrueAsync(async () => (await _site.NowAsync(comment.Id)).State is CommentState.Approved);
        SendKeptMail();

        await Eventually.TrueAsync(() => Task.FromResult(HasTold("ann.reed@example.org", "your appeal")));
        await ann.GotoAsync(_site.Address + "/news/pier");
        await Assertions.Expect(ann.Locator(".comment")).ToContainTextAsync("fools");
    }

    [Fact]
    public async Task A_reported_comment_comes_back_before_a_moderator_and_both_sides_hear_the_outcome()
    {
        var comment = await ApprovedAsync("Ann Reed", "The pier is gone.");
        var ben = await ReaderAsync();
        await ben.GotoAsync(_site.Address + "/news/pier");
        await ben.GetByRole(AriaRole.Link, new() { Name = "Report the comment of Ann Reed" }).ClickAsync();
        await ben.Locator("main form [name=reason]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await ben.Locator("main form [name=email]").FillAsync("ben@example.org");
        await ben.Locator("main form button").ClickAsync();
        await ben.ArriveAsync("/comments/reported/");
        await using var mo = await ModeratorAsync("Mo Dera");
        await mo.GoAsync("/newsroom/comments?shelf=reported");
        await mo.Page.Locator(".q-entry").GetByRole(AriaRole.Button, new() { NameRegex = new("^Keep it") }).ClickAsync();
        await Eventually.TrueAsync(async () => (await _site.NowAsync(comment.Id)).ReportedAt is null);
        SendKeptMail();

        await Eventually.TrueAsync(() => Task.FromResult(HasTold("ben@example.org", "that it stays") && HasTold("ann.reed@example.org", "nothing that speaks against it")));
        await ben.GotoAsync(_site.Address + "/news/pier");
        await Assertions.Expect(ben.Locator(".comment")).ToContainTextAsync("The pier is gone.");
    }

    [Fact]
    public async Task With_JavaScript_the_draft_stays_on_the_device_and_nothing_is_reloaded()
    {
        var page = await ReaderAsync(scripts: true);
        await page.GotoAsync(_site.Address + "/news/pier");
        await page.FillAsync("#comment-words", "Half a thought");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#comment-words")).ToHaveValueAsync("Half a thought");
        await page.EvaluateAsync("() => { window.stayed = true; }");

        await WriteAsync(page, null, "Ann", "ann@example.org", "A whole thought.");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Look into your mail");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stayed === true"));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#comment-words")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_story_with_two_thousand_comments_is_read_page_by_page_and_no_page_breaks_a_rule_of_WCAG()
    {
        var story = await _site.StoryIdAsync("pier");
        var first = await ApprovedAsync("Ann Reed", "The first of many, with a [link](https://example.org/pier).");
        await FillAsync(story, first.CommenterId!.Value, 1_999);
        var page = await ReaderAsync(scripts: true);
        await page.GotoAsync(_site.Address + "/news/pier");
        await Assertions.Expect(page.Locator("#comments")).ToHaveTextAsync("2,000 comments");
        await Assertions.Expect(page.Locator(".threads > li")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Link, new() { Name = "Older comments" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Page 2 of 40")).ToBeVisibleAsync();
        await page.GotoAsync($"{_site.Address}/news/pier/comments/{first.Id}");
        await Assertions.Expect(page.GetByText("Page 40 of 40")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"#comment-{first.Id}")).ToBeInViewportAsync();

        var faults = new List<string>();
        string[] paths =
        [
            "/news/pier", "/news/pier/comments?page=2", $"/news/pier/comments/{first.Id}/answer", $"/news/pier/comments/{first.Id}/answers", $"/news/pier/comments/{first.Id}/report",
            "/news/pier/comments/sent/confirm", "/comments/reported/mail", "/comments/yours", .. await SecretPathsAsync(story, first),
        ];
        foreach (var path in paths)
            faults.AddRange(await Wcag.FaultsAtAsync(page, path, [360, 1280], () => page.GotoAsync(_site.Address + path)));
        Assert.Empty(faults);
    }

    // Where the links of mails lead.
    private async Task<IReadOnlyList<string>> SecretPathsAsync(Guid story, Comment first)
    {
        var unconfirmed = await _site.WaitingAsync(story, "Ben Reed", "It will be built again.", CommentState.Unconfirmed);
        var refused = await _site.WaitingAsync(story, "Cat Reed", "The council are fools.", CommentState.Refused);
        var (links, day) = (_site.Services.GetRequiredService<CommentLinks>(), TimeSpan.FromDays(1));
        return
        [
            $"/comments/confirm/{links.Make(LinkKind.Confirm, unconfirmed.CommenterId!.Value.ToString(), day)}", $"/comments/appeal/{links.Make(LinkKind.Appeal, refused.Id.ToString(), day)}",
            $"/comments/stop/{links.Make(LinkKind.Stop, first.CommenterId!.Value.ToString(), day)}", $"/comments/yours/{links.Make(LinkKind.Held, "ann.reed@example.org", day)}", "/comments/confirm/cut-off",
        ];
    }

    private static async Task WriteAsync(IPage page, string? url, string name, string email, string words, TestSite site)
    {
        if (url is not null) await page.GotoAsync(site.Address + url);
        await page.FillAsync("#comment-name", name);
        await page.FillAsync("#comment-email", email);
        await page.FillAsync("#comment-words", words);
        site.Clock.Pass(TimeSpan.FromSeconds(30));
        await page.Locator("[data-comment] button").ClickAsync();
    }

    private static async Task DecideAsync(Person moderator, string button)
    {
        await moderator.GoAsync("/newsroom/comments");
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(moderator.Page.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0);
    }

    private Task WriteAsync(IPage page, string? url, string name, string email, string words) => WriteAsync(page, url, name, email, words, _site);

    private async Task<IPage> ReaderAsync(bool scripts = false)
    {
        var context = await paper.Browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = 1280, Height = 900 } });
        return await context.NewPageAsync();
    }

    private async Task<Person> ModeratorAsync(string name)
    {
        var (cookies, _) = await _site.SignInCookiesAsync(Role.Moderator, name);
        var context = await paper.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.AddCookiesAsync(cookies.GetCookies(new Uri(_site.Address)).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = _site.Address }));
        return await Person.StartAsync(context, _site.Address);
    }

    private async Task<Comment> ApprovedAsync(string name, string words)
    {
        var comment = await _site.WaitingAsync(await _site.StoryIdAsync("pier"), name, words, CommentState.Approved);
        await _site.InDbAsync(async db =>
        {
            await db.PlaceAsync(comment.Id, CancellationToken.None);
            return 0;
        });
        return comment;
    }

    private Task<int> FillAsync(Guid story, Guid writer, int count) => _site.InDbAsync(async db =>
    {
        var now = _site.Clock.GetUtcNow();
        for (var i = 0; i < count; i++)
        {
            var id = Guid.CreateVersion7(now.AddSeconds(i));
            db.Add(new Comment { Id = id, ArticleId = story, ThreadId = id, CommenterId = writer, Name = "Ann Reed", Words = $"Number {i}.", State = CommentState.Approved, Verdict = CommentState.Approved, At = now.AddSeconds(i), WordsHash = $"{i}" });
        }
        await db.SaveChangesAsync();
        return await db.Database.ExecuteSqlRawAsync("""UPDATE "Comments" SET "Position" = "Place" FROM (SELECT "Id" AS "Key", row_number() OVER (ORDER BY "At", "Id") AS "Place" FROM "Comments") WHERE "Id" = "Key" """);
    });

    private void SendKeptMail()
    {
        _site.Clock.Pass(CommentBook.MailWait);
        _site.Services.GetRequiredService<Outbox>().Wake();
    }

    private bool HasTold(string to, string words) => Letters(to).Any(text => text.Contains(words, StringComparison.Ordinal));

    // What mail programs show of the mails to somebody.
    private IReadOnlyList<string> Letters(string to) => [.. _post.Mails().Where(m => Head(m).Contains(to, StringComparison.Ordinal)).Select(TextOf)];

    private static string Head(string mail) => Regex.Split(mail, "\\r?\\n\\r?\\n")[0];

    private static string TextOf(string mail)
    {
        var (head, body) = (Head(mail), mail[Head(mail).Length..].Trim());
        if (head.Contains("base64", StringComparison.OrdinalIgnoreCase)) return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Replace(body, "\\s", "")));
        return head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(Regex.Replace(body.Replace("%", "%25", StringComparison.Ordinal), "=\\r?\\n", "").Replace('=', '%')) : body;
    }

    private async Task<string> LinkAsync(string to, string kind)
    {
        var found = "";
        await Eventually.TrueAsync(() =>
        {
            var links = from text in Letters(to) from Match link in Link().Matches(text) where link.Value.Contains($"/comments/{kind}/", StringComparison.Ordinal) select link.Value;
            return Task.FromResult((found = links.LastOrDefault() ?? "").Length > 0);
        });
        return found;
    }

    [GeneratedRegex(@"http://localhost:\d+/comments/[a-z]+/[\w-]+")]
    private static partial Regex Link();
}
