using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class SavingTests
{
    [Fact]
    public async Task The_first_save_makes_the_article_and_its_answer_is_the_base_of_the_next()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Journalist, "Ada Quill");
        var id = DraftClient.NewId(site);

        var saved = await ada.SaveAsync(id, null, ADraft.Of("lead=The pier is gone.") with { Headline = "Storm takes the pier" });
        var draft = await ada.OpenAsync(id);

        Assert.Equal("storm-takes-the-pier", saved.Slug);
        Assert.Equal((saved.Revision, "Ada Quill", ArticleState.Draft, null), (draft.Revision!.Value, draft.SavedBy, draft.State, draft.Live));
        Assert.Equal("lead=The pier is gone.", ADraft.Told(draft.Content));
        Assert.Null(saved.Merged);
        Assert.Contains(saved.Issues, i => i.Field == "bylines");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/news/storm-takes-the-pier")).StatusCode);
    }

    [Fact]
    public async Task A_picture_whose_purpose_is_not_chosen_yet_is_kept_in_the_draft_and_not_published()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        var id = DraftClient.NewId(site);
        var lead = new LeadImage("pier.jpg", null, null, "The pier", null);

        var saved = await ada.SaveAsync(id, null, ADraft.Of("a=Words.") with { LeadImage = lead });
        var draft = await ada.OpenAsync(id);
        using var live = await ada.PutLiveAsync(site, id, saved.Revision);

        Assert.Equal(lead, draft.Content.LeadImage);
        Assert.Contains(saved.Issues, i => i.Field == "leadImage.purpose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, live.StatusCode);
        Assert.Contains("what the picture above the text is there for", await live.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_first_save_once_more_gives_the_same_article_and_revision()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var id = DraftClient.NewId(site);

        var first = await ada.SaveAsync(id, null, ADraft.Of("lead"));
        var again = await ada.SaveAsync(id, null, ADraft.Of("lead"));
        var more = await ada.SaveAsync(id, null, ADraft.Of("lead=more"));

        Assert.Equal(first.Revision, again.Revision);
        Assert.Null(more.Merged);
        Assert.Equal("lead=more", ADraft.Told((await ada.OpenAsync(id)).Content));
        Assert.Equal(1, await site.InDbAsync(db => db.Articles.CountAsync()));
        Assert.Equal(2, await site.InDbAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task What_is_the_same_as_the_newest_revision_makes_no_row_and_the_rows_stay_as_they_were()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var id = DraftClient.NewId(site);
        var first = await ada.SaveAsync(id, null, ADraft.Of("a", "b"));
        var second = await ada.SaveAsync(id, first.Revision, ADraft.Of("a", "b=2"), "Put right");

        var same = await ada.SaveAsync(id, second.Revision, ADraft.Of("a", "b=2"));
        var retried = await ada.SaveAsync(id, first.Revision, ADraft.Of("a", "b=2"));

        Assert.Equal((second.Revision, second.Revision), (same.Revision, retried.Revision));
        var rows = await site.InDbAsync(db => db.Revisions.AsNoTracking().ToListAsync());
        Assert.Equal(["Put right"], rows.Select(r => r.Reason).OfType<string>());
        Assert.Contains("\"text\":\"b\"", rows.Single(r => r.Id == first.Revision).Blocks, StringComparison.Ordinal);
        Assert.Equal(first.Revision, rows.Single(r => r.Id == second.Revision).BaseId);
    }

    [Fact]
    public async Task Different_blocks_and_fields_of_two_people_go_together()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Journalist, "Ada Quill");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var id = DraftClient.NewId(site);
        var start = (await ada.SaveAsync(id, null, ADraft.Of("a", "b", "c"))).Revision;

        await ben.SaveAsync(id, start, ADraft.Of("a=ben", "b", "c", "bens") with { Standfirst = "Said Ben." });
        var saved = await ada.SaveAsync(id, start, ADraft.Of("a", "b", "c=ada", "adas") with { Headline = "Said Ada" });

        Assert.Equal("a=ben b c=ada bens adas", ADraft.Told(saved.Merged!));
        Assert.Equal(["Ben Hart"], saved.MergedOf);
        Assert.Equal(("Said Ada", "Said Ben."), (saved.Merged!.Headline, saved.Merged.Standfirst));
        Assert.Equal(saved.Revision, (await ben.OpenAsync(id)).Revision);
        Assert.Equal(3, await site.InDbAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task The_same_block_of_two_people_answers_409_with_both_and_a_save_on_the_newest_revision_settles_it()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Journalist, "Ada Quill");
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var id = DraftClient.NewId(site);
        var start = (await ada.SaveAsync(id, null, ADraft.Of("a", "b"))).Revision;
        var bens = await ben.SaveAsync(id, start, ADraft.Of("a=ben", "b"));

        var problem = await DraftClient.ProblemAsync(await ada.PutDraftAsync(id, start, ADraft.Of("a=ada", "b=ada")), HttpStatusCode.Conflict);

        Assert.Equal(bens.Revision, problem.GetProperty("head").GetProperty("revision").GetGuid());
        Assert.Equal("Ben Hart", problem.GetProperty("head").GetProperty("savedBy").GetString());
        Assert.Contains("Ben Hart", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var conflict = problem.GetProperty("conflicts").EnumerateArray().Single();
        Assert.Equal(("block", "a"), (conflict.GetProperty("kind").GetString(), conflict.GetProperty("key").GetString()));
        Assert.Equal(["a", "ada", "ben"], new[] { "base", "yours", "theirs" }.Select(side => conflict.GetProperty(side).GetProperty("text").GetString()));
        Assert.Equal("ben ada", string.Join(' ', problem.GetProperty("merged").GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("text").GetString())));
        Assert.Equal(bens.Revision, (await ada.OpenAsync(id)).Revision);

        var settled = await ada.SaveAsync(id, bens.Revision, ADraft.Of("a=ben and ada", "b=ada"));
        Assert.Null(settled.Merged);
    }

    [Fact]
    public async Task Fields_removals_and_order_in_conflict_are_named()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        using var ben = await site.SignInAsync(Role.Editor, "Ben Hart");
        var id = DraftClient.NewId(site);
        var start = (await ada.SaveAsync(id, null, ADraft.Of("a", "b", "c", "d", "e"))).Revision;
        await ben.SaveAsync(id, start, ADraft.Of("b", "c", "d=ben", "a", "e") with { Headline = "Ben’s" });

        var problem = await DraftClient.ProblemAsync(await ada.PutDraftAsync(id, start, ADraft.Of("b", "a", "c", "e") with { Headline = "Ada’s" }), HttpStatusCode.Conflict);

        Assert.Equal(["block d", "field headline", "order blocks"], problem.GetProperty("conflicts").EnumerateArray().Select(c => $"{c.GetProperty("kind").GetString()} {c.GetProperty("key").GetString()}").Order());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, problem.GetProperty("conflicts").EnumerateArray().Single(c => c.GetProperty("key").GetString() == "d").GetProperty("yours").ValueKind);
    }

    [Fact]
    public async Task A_window_whose_answer_was_lost_goes_on_without_meeting_its_own_words()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var id = DraftClient.NewId(site);
        var start = (await ada.SaveAsync(id, null, ADraft.Of("a"), tab: "one")).Revision;
        await ada.SaveAsync(id, start, ADraft.Of("a=1", "new=1"), tab: "one"); // no answer came

        var saved = await ada.SaveAsync(id, start, ADraft.Of("a=12", "new=12"), tab: "one");
        var other = await ada.PutDraftAsync(id, start, ADraft.Of("a=3"), tab: "two");

        Assert.Null(saved.Merged);
        Assert.Empty(saved.MergedOf);
        Assert.Equal("a=12 new=12", ADraft.Told((await ada.OpenAsync(id)).Content));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_twenty_saves_at_once_none_is_lost(bool isNew)
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        var id = DraftClient.NewId(site);
        string[] blocks = [.. Enumerable.Range(0, 20).Select(i => $"b{i}")];
        var start = isNew ? (Guid?)null : (await ada.SaveAsync(id, null, ADraft.Of(blocks))).Revision;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            ada.PutDraftAsync(id, start, isNew ? ADraft.Of("a") : ADraft.Of([.. blocks.Select((b, n) => n == i ? $"{b}=by {i}" : b), $"new{i}"]))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var draft = await ada.OpenAsync(id);
        if (isNew) Assert.Equal("a", ADraft.Told(draft.Content));
        else Assert.Equal([.. blocks.Select((b, i) => $"{b}=by {i}")], ADraft.Told(draft.Content).Split(" b").Take(20).Select((b, i) => i == 0 ? b : "b" + b).Select(b => b.Split(" new")[0]));
        if (!isNew) Assert.Equal(40, draft.Content.Blocks.Count);
    }

    [Fact]
    public async Task Nobody_saves_or_reads_drafts_without_permission()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync();
        using var moderator = await site.SignInAsync(Role.Moderator, "Mo Read");
        var id = DraftClient.NewId(site);
        var saved = await ada.SaveAsync(id, null, ADraft.Of("a"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Reader.GetAsync(DraftClient.PathOf(id))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await moderator.GetAsync(DraftClient.PathOf(id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PutDraftAsync(id, saved.Revision, ADraft.Of("b"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PutLiveAsync(site, id, saved.Revision)).StatusCode);
    }
}
