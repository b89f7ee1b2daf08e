using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Authors;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.History;

public sealed class HistoryPageTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;
    private HttpClient _ben = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }], "authors");
        _ada = await _site.SignInAsync(Role.Editor, "Ada Quill");
        _ben = await _site.SignInAsync(Role.Editor, "Ben Hart");
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        _ben.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task It_tells_who_saved_when_and_why_and_when_the_story_went_live()
    {
        var (id, revisions) = await StoryAsync();

        var page = await PageAsync(_ada, $"/newsroom/articles/{id}/history");

        Assert.Equal(
            [
                "Ben Hart today, 10:33 Newest Name put right",
                "Went live Ada Quill today, 10:20",
                "Ada Quill today, 10:10 Readers see this",
                "Ada Quill today, 10:05 2 saves since today, 10:00",
            ],
            page.QuerySelectorAll(".history > li").Select(li => Words(li.QuerySelector(".history-words") ?? li)));
        Assert.Equal("Each of the 2 saves", page.QuerySelector(".history details summary")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".history details li"));
        Assert.Equal(revisions.Count, page.QuerySelectorAll("input[name=from]").Length);
        Assert.Equal($"{revisions[^1]}", page.QuerySelector("input[name=to][checked]")!.GetAttribute("value"));
        Assert.Equal($"/newsroom/articles/{id}/history?from={revisions[1]}&to={revisions[2]}", page.QuerySelectorAll(".history > li")[2].QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Contains("An earlier revision", await _ada.GetStringAsync(page.QuerySelectorAll(".history > li")[2].QuerySelectorAll("a.button").Single(a => a.TextContent.StartsWith("Preview", StringComparison.Ordinal)).GetAttribute("href")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("side")]
    [InlineData("inline")]
    public async Task Two_revisions_are_compared_word_by_word_with_words_for_those_who_do_not_see_colours(string view)
    {
        var (id, revisions) = await StoryAsync();

        var page = await PageAsync(_ada, $"/newsroom/articles/{id}/history?from={revisions[^1]}&to={revisions[0]}&view={view}");

        var change = page.QuerySelectorAll(".change").Single(c => c.QuerySelector("h2")!.TextContent.StartsWith("Text", StringComparison.Ordinal));
        Assert.Equal("[removed: gone]", change.QuerySelector("del")!.TextContent);
        Assert.Equal("[added: closed]", change.QuerySelector("ins")!.TextContent);
        Assert.Equal(view == "side" ? 2 : 1, change.QuerySelectorAll(".change-words").Length);
        Assert.Equal("page", page.QuerySelectorAll(".tabs a")[view == "side" ? 0 : 1].GetAttribute("aria-current"));
        Assert.Contains("One block without change", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_revision_comes_back_as_a_new_one_that_says_so()
    {
        var (id, revisions) = await StoryAsync();

        var answer = await RestoreAsync(_ada, id, revisions[0]);
        var page = await PageAsync(_ada, answer.Headers.Location!.ToString());
        var draft = await _ada.OpenAsync(id);

        Assert.Contains("The story reads as it did on 4 May 2026, 10:00, Ada Quill.", page.QuerySelector(".notice.done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("lead=The pier is gone. end", ADraft.Told(draft.Content));
        var newest = await _site.InDbAsync(db => db.Revisions.SingleAsync(r => r.Id == draft.Revision));
        Assert.Equal(("Restored from 4 May 2026, 10:00, Ada Quill", revisions[^1], "Ada Quill"), (newest.Reason, newest.BaseId!.Value, newest.SavedBy));
        Assert.Contains("The pier is quite gone.", await _site.Reader.GetStringAsync("/news/pier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_saved_meanwhile_is_kept_or_named()
    {
        var (id, revisions) = await StoryAsync();
        var page = await PageAsync(_ada, $"/newsroom/articles/{id}/history");
        await _ben.SaveAsync(id, revisions[^1], (await _ben.OpenAsync(id)).Content with { Blocks = [.. (await _ben.OpenAsync(id)).Content.Blocks, ADraft.Block("new", "Ben’s")] });

        await RestoreAsync(_ada, id, revisions[0], page);
        var merged = ADraft.Told((await _ada.OpenAsync(id)).Content);
        var refused = await RestoreAsync(_ben, id, revisions[2], page);

        Assert.Equal("lead=The pier is gone. end new=Ben’s", merged);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Ada Quill has saved the same", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_writers_restore_and_what_is_not_there_is_not_found()
    {
        var (id, revisions) = await StoryAsync();
        using var moderator = await _site.SignInAsync(Role.Moderator, "Mo Read");
        var page = await PageAsync(moderator, $"/newsroom/articles/{id}/history");

        Assert.Empty(page.QuerySelectorAll("button[form=restore]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await RestoreAsync(moderator, id, revisions[0])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await RestoreAsync(_ada, id, DraftClient.NewId(_site))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"/newsroom/articles/{DraftClient.NewId(_site)}/history")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"/newsroom/articles/{id}/history?from={revisions[0]}&to={DraftClient.NewId(_site)}")).StatusCode);
    }

    // Ada writes at 10:00, 10:05 and 10:10, publishes at 10:20; Ben puts something right at 10:33. London is an hour ahead of Greenwich.
    private async Task<(Guid Id, List<Guid> Revisions)> StoryAsync()
    {
        var id = DraftClient.NewId(_site);
        var content = ADraft.Of("lead=The pier is gone.", "end") with { Bylines = ["ada-quill"] };
        List<Guid> revisions = [(await _ada.SaveAsync(id, null, content)).Revision];
        foreach (var words in new[] { "The pier is all gone.", "The pier is quite gone." })
        {
            _site.Clock.Pass(TimeSpan.FromMinutes(revisions.Count == 1 ? 5.001 : 5));
            revisions.Add((await _ada.SaveAsync(id, revisions[^1], content with { Blocks = [ADraft.Block("lead", words), content.Blocks[1]] })).Revision);
        }
        _site.Clock.Pass(TimeSpan.FromMinutes(10));
        await _ada.GoLiveAsync(_site, id, revisions[^1]);
        _site.Clock.Pass(TimeSpan.FromMinutes(13));
        revisions.Add((await _ben.SaveAsync(id, revisions[^1], content with { Blocks = [ADraft.Block("lead", "The pier is closed."), content.Blocks[1]] }, "Name put right")).Revision);
        return (id, revisions);
    }

    private static async Task<IDocument> PageAsync(HttpClient who, string path) => new HtmlParser().ParseDocument(await who.GetStringAsync(path));

    private static async Task<HttpResponseMessage> RestoreAsync(HttpClient who, Guid id, Guid revision, IDocument? page = null)
    {
        var own = await PageAsync(who, $"/newsroom/articles/{id}/history"); // the form belongs to whoever opened it
        return await who.PostAsync($"/newsroom/articles/{id}/history", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", own.QuerySelector("#restore input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("head", (page ?? own).QuerySelector("#restore input[name=head]")!.GetAttribute("value")!),
            new("revision", $"{revision}"),
        ]));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
