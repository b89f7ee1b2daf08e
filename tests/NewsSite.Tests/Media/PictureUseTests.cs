using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Tests.Articles.Drafts;
using NewsSite.Tests.Articles.Workflow;
using NewsSite.Tests.Exchange;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Media;

namespace NewsSite.Tests.Media;

/// <summary>The rows of which story shows which picture follow every way in which a story changes.</summary>
public sealed class PictureUseTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync("--Media:Tool=");

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_draft_takes_pictures_and_leaves_them()
    {
        await _site.TakeAsync("pier.png", APicture.Png(40, 30));
        await _site.TakeAsync("hall.png", APicture.Png(41, 30));
        using var ada = await _site.SignInAsync();
        var id = DraftClient.NewId(_site);

        var first = await ada.SaveAsync(id, null, Story("pier.png", "pier.png", "hall.png"));
        var both = await UsesAsync();
        var second = await ada.SaveAsync(id, first.Revision, Story(null, "hall.png"));
        var one = await UsesAsync();
        await ada.SaveAsync(id, second.Revision, Story(null));

        Assert.Equal(["hall.png head block", "pier.png head lead block"], both);
        Assert.Equal(["hall.png head block"], one);
        Assert.Empty(await UsesAsync());
        Assert.Equal(0, await _site.InDbAsync(db => db.Media.CountAsync(m => m.IsUsed)));
    }

    [Fact]
    public async Task A_revision_that_waits_for_its_minute_keeps_its_pictures_until_it_is_given_up()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.Site.TakeAsync("pier.png", APicture.Png(40, 30));
        await desk.Site.TakeAsync("hall.png", APicture.Png(41, 30));
        var (id, revision) = await desk.ApprovedAsync(With("pier.png"));
        await desk.Ben.DoAsync(HttpMethod.Put, id, "schedule", new { revision, at = "2026-05-05 06:00" });

        await desk.Ada.SaveAsync(id, revision, With("hall.png"));
        var page = await desk.Ben.GetStringAsync("/newsroom/media/pier.png");
        using var refused = await desk.Ben.PostAsync("/newsroom/media/pier.png?handler=Delete", new FormUrlEncodedContent([]));
        var unused = await desk.Ben.GetStringAsync("/newsroom/media?used=no");

        Assert.Equal(["hall.png head lead", "pier.png lead"], await UsesAsync(desk.Site));
        Assert.Contains("Scheduled, gone from the draft", page, StringComparison.Ordinal);
        Assert.Contains("This picture is in use", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("shelf-link", unused, StringComparison.Ordinal);

        await desk.Ben.DoAsync(HttpMethod.Delete, id, "schedule");
        using var deleted = await desk.Ben.PostAsync("/newsroom/media/pier.png?handler=Delete", new FormUrlEncodedContent([]));

        Assert.Equal(["hall.png head lead"], await UsesAsync(desk.Site));
        Assert.Equal("/newsroom/media", deleted.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_picture_of_a_scheduled_update_goes_live_with_it()
    {
        await using var desk = await ADesk.OpenAsync();
        await desk.Site.TakeAsync("pier.png", APicture.Png(40, 30));
        var (id, revision) = await desk.ApprovedAsync(With("pier.png"));
        await desk.Ben.DoAsync(HttpMethod.Put, id, "schedule", new { revision, at = "2026-05-05 06:00" });
        await desk.Ada.SaveAsync(id, revision, With(null));

        desk.Site.Clock.Pass(TimeSpan.FromDays(1));
        await Eventually.TrueAsync(async () => await desk.StatusAsync() == 200);

        Assert.Equal(["pier.png live lead"], await UsesAsync(desk.Site));
    }

    [Fact]
    public async Task An_import_brings_the_uses_of_live_stories_and_of_drafts()
    {
        using var content = new ContentDirectory();
        content.Write("media/pier.png", APicture.Png(40, 30)).Write("media/hall.png", APicture.Png(41, 30)).Write("media/unused.png", APicture.Png(42, 30));
        content.Write("articles/2022/good.md", ContentDirectory.Article(more: "lead-image:\n  media: pier.png\n  purpose: decorative\n"));
        content.Write("articles/2022/good.draft.md", ContentDirectory.Article(more: "lead-image:\n  media: hall.png\n  purpose: decorative\n").Replace("kind: news", "state: draft\nkind: news", StringComparison.Ordinal));
        content.Write("articles/drafts/idea.draft.md", "---\nstate: draft\nkind: news\nheadline: Idea\nbylines: [news-desk]\nlead-image:\n  media: hall.png\n---\n\nWords.\n");

        var result = await content.ImportAsync(_site);

        Assert.Empty(result.Faults);
        Assert.Equal(["hall.png head lead", "hall.png head lead", "pier.png live lead"], await UsesAsync());
        Assert.Equal(["unused.png"], await _site.InDbAsync(db => db.Media.Where(m => !m.IsUsed).Select(m => m.File).ToListAsync()));
        Assert.All(await _site.InDbAsync(db => db.Media.AsNoTracking().ToListAsync()), m => Assert.Equal("import", m.AddedBy));
    }

    [Fact]
    public async Task What_the_newsroom_says_of_a_picture_goes_out_and_comes_back_the_same()
    {
        using var content = new ContentDirectory();
        const string said = "credit: Zoë Lens\nrights-holder: County archive\nrights-until: 2027-03-31\ndescription: Rowing boats\nfocus: 30 82\n";
        content.Write("media/pier.png", APicture.Png(40, 30)).Write("media/pier.png.yml", said).Write("media/plain.png", APicture.Png(41, 30));
        await content.ImportAsync(_site);
        var folder = Path.Combine(_site.Folder, "out");

        await ContentDirectory.ExportAsync(_site, folder);

        Assert.Equal(said, await File.ReadAllTextAsync(Path.Combine(folder, "media", "pier.png.yml")));
        Assert.False(File.Exists(Path.Combine(folder, "media", "plain.png.yml")));
        Assert.Empty((await ContentDirectory.ImportAsync(_site, folder)).Lines);
        content.Delete("media/pier.png.yml");
        Assert.Empty((await content.ImportAsync(_site)).Lines); // a file that says nothing takes nothing away
        content.Write("media/pier.png.yml", "credit: Zoë Lens\nfocus: 30 182\nrights-until: soon\n");
        Assert.Equal(2, (await content.ImportAsync(_site)).Faults.Count);
    }

    [Fact]
    public async Task A_picture_that_an_import_replaces_leaves_no_files()
    {
        using var content = new ContentDirectory();
        await content.Write("media/pier.png", APicture.Png(40, 30)).ImportAsync(_site);
        await content.Write("media/pier.png", APicture.Png(60, 30)).ImportAsync(_site);

        var item = await _site.InDbAsync(db => db.Media.AsNoTracking().SingleAsync());

        Assert.Equal(60, item.Width);
        Assert.Equal([item.Hash], Directory.EnumerateFiles(Path.Combine(_site.Folder, "data", "media", "originals"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    private static DraftContent Story(string? lead, params string[] pictures) => DraftContent.Empty with
    {
        Headline = "Pier",
        LeadImage = lead is null ? null : new(lead, PicturePurpose.Decorative, null, null, null),
        Blocks = [.. pictures.Select((file, i) => new BlockText($"b{i}", $$"""{"type":"image","id":"b{{i}}","v":1,"media":"{{file}}","purpose":"decorative"}"""))],
    };

    private static DraftContent With(string? lead) => ADesk.Story with { LeadImage = lead is null ? null : new(lead, PicturePurpose.Decorative, null, null, null) };

    private Task<List<string>> UsesAsync() => UsesAsync(_site);

    private static Task<List<string>> UsesAsync(TestSite site) => site.InDbAsync(async db =>
        (await db.MediaUses.AsNoTracking().ToListAsync())
            .Select(u => string.Join(' ', new[] { u.File, u.InLive ? "live" : "", u.InHead ? "head" : "", u.AsLead ? "lead" : "", u.InBlocks ? "block" : "" }.Where(w => w.Length > 0)))
            .Order(StringComparer.Ordinal).ToList());
}
