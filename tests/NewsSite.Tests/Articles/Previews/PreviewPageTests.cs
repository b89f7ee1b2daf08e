using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Media;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Blocks.Image;
using NewsSite.Web.Blocks.Prose;
using NewsSite.Web.Blocks.Statement;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Previews;

/// <summary>A draft as readers would see it.</summary>
public sealed partial class PreviewPageTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ada = await _site.SignInAsync(Role.Journalist, "Ada Quill");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_page_in_the_frame_is_the_page_that_readers_get()
    {
        var story = new AStory { Standfirst = "Nobody was hurt.", Published = "2026-05-04 10:00", Blocks = [new ProseBlock { Id = "p", Text = "The pier is **gone**." }, new StatementBlock { Id = "s", Person = null, Name = "Una Pike", Words = ["“Well.”"] }] };
        var id = await _site.PublishAsync(story);
        var live = await _site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        var preview = await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page");

        Assert.Equal(Body(live), Body(preview));
        Assert.Contains("noindex", preview);
    }

    [Fact]
    public async Task A_draft_is_shown_as_if_it_were_published_now()
    {
        var id = await _site.DraftAsync(new AStory { Bylines = [], Topics = [], Headline = "Not yet out" });

        var preview = await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page");

        Assert.Contains("<h1>Not yet out</h1>", preview);
        Assert.Contains("4 May 2026, 10:00", preview); // 9:00 UTC is 10:00 in London
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Reader.GetAsync("/news/storm-takes-the-pier")).StatusCode);
    }

    [Fact]
    public async Task Any_revision_can_be_shown_and_the_newest_is_by_itself()
    {
        var id = await _site.DraftAsync(new AStory { Headline = "First words" });
        var first = await _site.InDbAsync(db => Task.FromResult(db.Set<Revision>().Single().Id));
        await _site.DraftAsync(new AStory { Headline = "Second words" });
        var other = await _site.DraftAsync(new AStory { Slug = "other" });

        Assert.Contains("<h1>Second words</h1>", await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page"));
        Assert.Contains("<h1>First words</h1>", await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page?revision={first}"));
        Assert.Contains("An earlier revision", await _ada.GetStringAsync($"/newsroom/articles/{id}/preview?revision={first}"));
        foreach (var path in new[] { $"{other}/preview/page?revision={first}", $"{other}/preview?revision={first}", $"{Guid.CreateVersion7()}/preview", $"{Guid.CreateVersion7()}/preview/page" })
            Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"/newsroom/articles/{path}")).StatusCode);
    }

    [Fact]
    public async Task Every_theme_shows_it_while_readers_keep_theirs()
    {
        var id = await _site.PublishAsync(new AStory { Blocks = [new StatementBlock { Id = "s", Person = null, Name = "Ada Ferry", Words = ["Gone."] }] });

        var tiny = await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page?theme=Tiny");
        var own = await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page?theme=Broadsheet");
        var unknown = await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page?theme=../../etc");

        Assert.Contains("tiny-masthead", tiny);
        Assert.Contains("<div class=\"tiny-statement\">Ada Ferry: Gone.</div>", tiny);
        foreach (var page in new[] { own, unknown, await _site.Reader.GetStringAsync("/news/storm-takes-the-pier") }) Assert.DoesNotContain("tiny-", page);
        foreach (var sheet in Sheets().Matches(tiny).Select(m => m.Groups[1].Value)) Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync(sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync(new NewsSite.Web.Themes.ThemeAssets(NewsSite.Web.Themes.Theme.Chain("Tiny")).Find("tiny.css")!)).StatusCode);
    }

    [Fact]
    public async Task Pictures_of_a_draft_are_seen_in_its_preview()
    {
        await _site.TakeAsync("pier.png", APicture.Png(64, 48));
        var id = await _site.DraftAsync(new AStory
        {
            LeadImage = new("pier.png", PicturePurpose.Decorative, null, null, null),
            Blocks = [new ImageBlock { Id = "i", Media = "pier.png", Purpose = PicturePurpose.Decorative }],
        });

        var pictures = Pictures().Matches(await _ada.GetStringAsync($"/newsroom/articles/{id}/preview/page")).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(2, pictures.Count);
        foreach (var picture in pictures) Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync(picture)).StatusCode);
    }

    [Fact]
    public async Task The_page_around_it_has_a_frame_of_its_true_width_and_may_show_nothing_but_this_site_in_it()
    {
        var id = await _site.DraftAsync(new AStory());

        using var phone = await _ada.GetAsync($"/newsroom/articles/{id}/preview");
        using var desktop = await _ada.GetAsync($"/newsroom/articles/{id}/preview?width=desktop&theme=Tiny");

        var (narrow, wide) = (await phone.Content.ReadAsStringAsync(), await desktop.Content.ReadAsStringAsync());
        Assert.Contains("width=\"390\"", narrow);
        Assert.Contains("width=\"1280\"", wide);
        Assert.Contains($"src=\"/newsroom/articles/{id}/preview/page?theme=Tiny\"", wide);
        Assert.EndsWith("frame-src 'self'", phone.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("frame-src", (await _ada.GetAsync($"/newsroom/articles/{id}/preview/page")).Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Nobody_sees_a_preview_without_signing_in()
    {
        var id = await _site.DraftAsync(new AStory());

        foreach (var path in new[] { "preview", "preview/page" })
            Assert.StartsWith("/newsroom/login", (await _site.Reader.GetAsync($"/newsroom/articles/{id}/{path}")).Headers.Location?.ToString());
    }

    private static string Body(string page) => page[page.IndexOf("<body", StringComparison.Ordinal)..];

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)">""")]
    private static partial Regex Sheets();

    [GeneratedRegex("""<img src="([^"]+)""")]
    private static partial Regex Pictures();
}
