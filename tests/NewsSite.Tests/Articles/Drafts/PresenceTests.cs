using System.Net;
using System.Net.Http.Json;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class PresenceTests
{
    [Fact]
    public async Task Whoever_has_a_story_open_sees_the_others_and_the_newest_revision_until_they_leave_or_fall_silent()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Journalist, "Ada Quill");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var id = DraftClient.NewId(site);
        var saved = await ada.SaveAsync(id, null, ADraft.Of("lead"));

        var alone = await HereAsync(ada, id, "a", "lead");
        var both = await HereAsync(ben, id, "b", null);
        var seen = await HereAsync(ada, id, "a", null);
        await ben.PostAsJsonAsync(DraftClient.PathOf(id, "presence/left"), new { tab = "b" });
        var left = await HereAsync(ada, id, "a", null);
        await HereAsync(ben, id, "b", null);
        site.Clock.Pass(TimeSpan.FromSeconds(16));
        var silent = await HereAsync(ada, id, "a", null);

        Assert.Empty(alone.Others);
        Assert.Equal([new OtherPerson("Ada Quill", "AQ", "lead")], both.Others);
        Assert.Equal([new OtherPerson("Ben Hart", "BH", null)], seen.Others);
        Assert.Empty(left.Others);
        Assert.Empty(silent.Others);
        Assert.Equal((saved.Revision, "Ada Quill"), (both.Head!.Revision, both.Head.SavedBy));
    }

    [Fact]
    public async Task A_story_before_its_first_save_has_no_newest_revision_and_a_window_needs_a_name()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var id = DraftClient.NewId(site);

        Assert.Null((await HereAsync(ada, id, "a", null)).Head);
        await DraftClient.ProblemAsync(await ada.PutAsJsonAsync(DraftClient.PathOf(id, "presence"), new { tab = new string('x', 41) }), HttpStatusCode.UnprocessableEntity);
        await DraftClient.ProblemAsync(await ada.PutAsJsonAsync(DraftClient.PathOf(id, "presence"), new { block = "x" }), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_same_window_asking_many_times_at_once_is_one()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var id = DraftClient.NewId(site);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => HereAsync(ada, id, "a", null)));

        Assert.Single((await HereAsync(ada, id, "b", null)).Others);
    }

    private static async Task<PresenceAnswer> HereAsync(HttpClient who, Guid id, string tab, string? block) =>
        await DraftClient.ReadAsync<PresenceAnswer>(await who.PutAsJsonAsync(DraftClient.PathOf(id, "presence"), new { tab, block }));
}
