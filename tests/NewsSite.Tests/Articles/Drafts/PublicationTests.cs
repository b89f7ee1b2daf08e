using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Authors;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Articles.Drafts;

public sealed class PublicationTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _ada = null!;

    private static DraftContent Story => ADraft.Of("lead=The pier is gone.") with { Headline = "Storm takes the pier", Bylines = ["ada-quill"], Topics = ["coast"] };

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }, new Topic { Slug = "coast", Name = "Coast" }], "authors", "topics");
        _ada = await _site.SignInAsync(Role.Editor, "Ada Quill");
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_first_publication_is_now_in_London_and_shows_at_once_everywhere()
    {
        var id = DraftClient.NewId(_site);
        var saved = await _ada.SaveAsync(id, null, Story);
        Assert.DoesNotContain("Storm takes", await _site.Reader.GetStringAsync("/news"), StringComparison.Ordinal);

        var live = await _ada.GoLiveAsync(_site, id, saved.Revision);

        Assert.Equal((ArticleState.Live, "/news/storm-takes-the-pier", _site.Clock.GetUtcNow()), (live.State, new Uri(live.Address!).AbsolutePath, live.PublishedAt!.Value));
        foreach (var path in new[] { "/news/storm-takes-the-pier", "/news", "/topics/coast", "/authors/ada-quill", "/feed.xml", "/api/v1/articles", "/api/v1/articles/storm-takes-the-pier" })
            Assert.Contains("Storm takes the pier", await _site.Reader.GetStringAsync(path), StringComparison.Ordinal);
        var article = await _site.InDbAsync(db => db.Articles.SingleAsync());
        Assert.Equal(("2026-05-04 10:00", null, "Europe/London", 202605), (article.PublishedWall, article.UpdatedWall, article.Zone, article.Month!.Value)); // 09:00 in Greenwich
        var change = await _site.InDbAsync(db => db.StateChanges.SingleAsync());
        Assert.Equal((ArticleState.Draft, ArticleState.Live, "Ada Quill", saved.Revision), (change.From, change.To, change.By, change.RevisionId!.Value));
    }

    [Fact]
    public async Task Readers_see_a_later_revision_only_once_it_goes_live_and_are_told_of_the_update()
    {
        var id = await PublishAsync();
        _site.Clock.Pass(TimeSpan.FromHours(2));
        var head = (await _ada.OpenAsync(id)).Revision;

        var saved = await _ada.SaveAsync(id, head, Story with { Headline = "Pier to be rebuilt" });
        var before = await _site.Reader.GetStringAsync("/news/storm-takes-the-pier");
        var live = await _ada.GoLiveAsync(_site, id, saved.Revision);
        var after = await _site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        Assert.Equal((ArticleState.Live, head), (saved.State, saved.Live));
        Assert.DoesNotContain("rebuilt", before, StringComparison.Ordinal);
        Assert.Contains("Pier to be rebuilt", after, StringComparison.Ordinal);
        Assert.Contains("2026-05-04T12:00", after, StringComparison.Ordinal);
        Assert.Equal(_site.Clock.GetUtcNow() - TimeSpan.FromHours(2), live.PublishedAt!.Value);
    }

    [Fact]
    public async Task What_is_live_already_is_left_alone()
    {
        var id = await PublishAsync();
        _site.Clock.Pass(TimeSpan.FromHours(2));

        await _ada.GoLiveAsync(_site, id, (await _ada.OpenAsync(id)).Revision!.Value);

        Assert.Equal(1, await _site.InDbAsync(db => db.StateChanges.CountAsync()));
        Assert.Null((await _site.InDbAsync(db => db.Articles.SingleAsync())).UpdatedAt);
    }

    [Fact]
    public async Task Back_to_draft_takes_it_from_readers_and_it_may_go_live_again_at_its_old_time()
    {
        var id = await PublishAsync();
        await _site.Reader.GetStringAsync("/news/storm-takes-the-pier");

        var back = await _ada.BackToDraftAsync(id, "The name is wrong");
        var again = await _ada.BackToDraftAsync(id);

        Assert.Equal((ArticleState.Draft, null), (back.State, back.Address));
        Assert.Equal(ArticleState.Draft, again.State);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Reader.GetAsync("/news/storm-takes-the-pier")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Reader.GetAsync("/api/v1/articles/storm-takes-the-pier")).StatusCode);
        foreach (var path in new[] { "/news", "/topics/coast", "/authors/ada-quill", "/feed.xml", "/api/v1/articles", "/sitemap.xml" })
            Assert.DoesNotContain("storm-takes-the-pier", await _site.Reader.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(["The name is wrong"], await _site.InDbAsync(db => db.StateChanges.Where(s => s.To == ArticleState.Draft).Select(s => s.Why).ToListAsync()));

        _site.Clock.Pass(TimeSpan.FromHours(1));
        var head = (await _ada.OpenAsync(id)).Revision!.Value;
        await _ada.GoLiveAsync(_site, id, head);
        var article = await _site.InDbAsync(db => db.Articles.AsNoTracking().SingleAsync());
        Assert.Equal(("2026-05-04 10:00", null), (article.PublishedWall, article.UpdatedWall));
        Assert.Contains("Storm takes", await _site.Reader.GetStringAsync("/news"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_story_may_go_live_again()
    {
        var id = await PublishAsync();
        await _site.WithdrawAsync("storm-takes-the-pier");

        var live = await _ada.GoLiveAsync(_site, id, (await _ada.OpenAsync(id)).Revision!.Value);

        Assert.Equal(ArticleState.Live, live.State);
        Assert.Equal(HttpStatusCode.OK, (await _site.Reader.GetAsync("/news/storm-takes-the-pier")).StatusCode);
    }

    [Fact]
    public async Task What_must_be_mended_first_stops_it_and_nothing_has_changed()
    {
        var id = DraftClient.NewId(_site);
        var saved = await _ada.SaveAsync(id, null, Story with { Bylines = [] });

        var problem = await DraftClient.ProblemAsync(await _ada.PutLiveAsync(_site, id, saved.Revision), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(problem.GetProperty("issues").EnumerateArray(), i => i.GetProperty("field").GetString() == "bylines");
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Reader.GetAsync("/news/storm-takes-the-pier")).StatusCode);
        Assert.Equal(0, await _site.InDbAsync(db => db.StateChanges.CountAsync()));
    }

    [Fact]
    public async Task A_revision_that_is_no_longer_the_newest_does_not_go_live()
    {
        var id = DraftClient.NewId(_site);
        var first = await _ada.SaveAsync(id, null, Story);
        var second = await _ada.SaveAsync(id, first.Revision, Story with { Headline = "Newer" });

        var problem = await DraftClient.ProblemAsync(await _ada.PutLiveAsync(_site, id, first.Revision), HttpStatusCode.Conflict);

        Assert.Equal(second.Revision, problem.GetProperty("head").GetProperty("revision").GetGuid());
        await DraftClient.ProblemAsync(await _ada.PutLiveAsync(_site, DraftClient.NewId(_site), first.Revision), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Publishing_saving_and_taking_back_at_once_ends_in_one_of_them()
    {
        var id = await PublishAsync();
        var head = (await _ada.OpenAsync(id)).Revision!.Value;

        var acts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 3) switch
        {
            0 => _ada.PutLiveAsync(_site, id, head),
            1 => _ada.PutDraftAsync(id, head, Story with { Blocks = [.. Story.Blocks, ADraft.Block($"n{i}", $"{i}")] }),
            _ => _ada.DeleteAsync(DraftClient.PathOf(id, "live")),
        }));

        Assert.All(acts, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, a.StatusCode.ToString()));
        var article = await _site.InDbAsync(db => db.Articles.AsNoTracking().SingleAsync());
        Assert.Equal(article.IsLive ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await _site.Reader.GetAsync("/news/storm-takes-the-pier")).StatusCode);
        Assert.Equal(5, (await _ada.OpenAsync(id)).Content.Blocks.Count);
        Assert.Equal(article.IsLive ? 1 : 0, await _site.InDbAsync(db => db.Listings.CountAsync(e => e.List == Listing.News)));
    }

    private async Task<Guid> PublishAsync()
    {
        var id = DraftClient.NewId(_site);
        var saved = await _ada.SaveAsync(id, null, Story);
        await _ada.GoLiveAsync(_site, id, saved.Revision);
        return id;
    }
}
