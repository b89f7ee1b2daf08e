using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Drafts;

/// <summary>Stories that content files brought, in the newsroom, and the newsroom's stories in content files.</summary>
public sealed class NewsroomAndFilesTests : IDisposable
{
    private readonly ContentDirectory _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task An_imported_story_is_listed_found_edited_published_and_keeps_its_slug_and_time()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        _content.Write("articles/good.md", ContentDirectory.Article());
        await _content.ImportAsync(site);
        var id = await site.InDbAsync(db => db.Articles.Select(a => a.Id).SingleAsync());

        Assert.Contains("Good for Somerset", await ada.GetStringAsync("/newsroom/articles?q=somer"), StringComparison.Ordinal);
        var draft = await ada.OpenAsync(id);
        var saved = await ada.SaveAsync(id, draft.Revision, draft.Content with { Headline = "Better for Somerset" });
        await ada.GoLiveAsync(site, id, saved.Revision);

        Assert.Equal("good", saved.Slug);
        var article = await site.InDbAsync(db => db.Articles.SingleAsync());
        Assert.Equal(("2022-09-21", "2026-05-04 10:00"), (article.PublishedWall, article.UpdatedWall));
        Assert.Contains("Better for Somerset", await site.Reader.GetStringAsync("/news/good"), StringComparison.Ordinal);
        _content.Write("articles/good.md", ContentDirectory.Article("Worse"));
        Assert.Contains("edited in the newsroom", Assert.Single((await _content.ImportAsync(site)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_draft_that_was_never_edited_goes_live_for_the_first_time()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        _content.Write("articles/good-draft.md", ContentDirectory.Article(more: "state: draft\n"));
        await _content.ImportAsync(site);
        var (id, head) = await site.InDbAsync(async db => await db.Articles.Select(a => new ValueTuple<Guid, Guid>(a.Id, a.HeadId!.Value)).SingleAsync());

        await ada.GoLiveAsync(site, id, head);

        Assert.Equal("2026-05-04 10:00", await site.InDbAsync(db => db.Articles.Select(a => a.PublishedWall).SingleAsync()));
    }

    [Fact]
    public async Task What_the_newsroom_took_back_a_changed_file_does_not_show_again_in_silence()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.SignInAsync(Role.Editor);
        _content.Write("articles/good.md", ContentDirectory.Article());
        await _content.ImportAsync(site);
        await ada.BackToDraftAsync(await site.InDbAsync(db => db.Articles.Select(a => a.Id).SingleAsync()));
        _content.Write("articles/good.md", ContentDirectory.Article(body: "Changed."));

        var refused = await _content.ImportAsync(site);

        Assert.Contains("has been taken back to draft in the newsroom", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader.GetAsync("/news/good")).StatusCode);
        Assert.Empty((await _content.ImportAsync(site, force: true)).Faults);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/news/good")).StatusCode);
    }

    [Theory]
    [InlineData(PicturePurpose.Described)]
    [InlineData(null)]
    public async Task A_draft_that_is_far_from_ready_goes_out_to_files_and_comes_in_again(PicturePurpose? purpose)
    {
        await using var first = await TestSite.StartAsync();
        await using var second = await TestSite.StartAsync();
        using var ada = await first.SignInAsync(Role.Editor);
        var id = DraftClient.NewId(first);
        await ada.SaveAsync(id, null, ADraft.Of("a=Words.") with { Headline = "", LeadImage = new("pier.jpg", purpose, null, null, null) });
        var picture = Path.Combine(_content.Path, "out", "media", "pier.jpg");

        await ContentDirectory.ExportAsync(first, Path.Combine(_content.Path, "out"));
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await File.WriteAllBytesAsync(picture, await File.ReadAllBytesAsync(Directory.EnumerateFiles(Repository.PathOf("content", "media"), "*.jpg").First()));
        var result = await ContentDirectory.ImportAsync(second, Path.Combine(_content.Path, "out"));

        Assert.Empty(result.Faults);
        Assert.Equal((id, ""), await second.InDbAsync(async db => await db.Articles.Select(a => new ValueTuple<Guid, string>(a.Id, a.Headline)).SingleAsync()));
        Assert.Equal(new LeadImage("pier.jpg", purpose, null, null, null), (await second.InDbAsync(db => db.Revisions.SingleAsync())).LeadImage);
    }

    [Theory]
    [InlineData("published: 2022-09-21\n")]
    [InlineData("")]
    public async Task A_withdrawn_story_that_lost_its_headline_goes_out_to_files_and_comes_in_again_the_same(string published)
    {
        await using var first = await TestSite.StartAsync();
        await using var second = await TestSite.StartAsync();
        using var ada = await first.SignInAsync();
        _content.Write("articles/good.md", ContentDirectory.Article(more: "state: withdrawn\n").Replace("published: 2022-09-21\n", published, StringComparison.Ordinal));
        await _content.ImportAsync(first);
        var id = await first.InDbAsync(db => db.Articles.Select(a => a.Id).SingleAsync());
        var draft = await ada.OpenAsync(id);
        await ada.SaveAsync(id, draft.Revision, draft.Content with { Headline = "", Bylines = [], LeadImage = new("pier.jpg", null, null, null, null) });
        var (one, two) = (Path.Combine(_content.Path, "one"), Path.Combine(_content.Path, "two"));

        await ContentDirectory.ExportAsync(first, one);
        Directory.CreateDirectory(Path.Combine(one, "media"));
        await File.WriteAllBytesAsync(Path.Combine(one, "media", "pier.jpg"), await File.ReadAllBytesAsync(Directory.EnumerateFiles(Repository.PathOf("content", "media"), "*.jpg").First()));
        Assert.Empty((await ContentDirectory.ImportAsync(second, one)).Faults);
        await ContentDirectory.ExportAsync(second, two);

        Assert.Equal((ArticleState.Withdrawn, ""), await second.InDbAsync(async db => await db.Articles.Select(a => new ValueTuple<ArticleState, string>(a.State, a.Headline)).SingleAsync()));
        var files = Directory.GetFiles(Path.Combine(one, "articles"), "*.md", SearchOption.AllDirectories);
        Assert.Equal(await File.ReadAllTextAsync(Assert.Single(files)), await File.ReadAllTextAsync(files[0].Replace(one, two, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Gone, (await second.Reader.GetAsync("/news/good")).StatusCode);
    }
}
