using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles;
using NewsSite.Web.Data;
using Microsoft.Extensions.DependencyInjection;
using static NewsSite.Tests.Exchange.ContentDirectory;

namespace NewsSite.Tests.Exchange;

public sealed class ImportTests : IDisposable
{
    private readonly ContentDirectory _content = new();

    [Fact]
    public async Task An_article_goes_live_and_its_page_changes_on_the_next_request()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/2022/good.md", Article());

        Assert.Empty((await _content.ImportAsync(site)).Faults);
        Assert.Contains("It was good.", await site.Reader.GetStringAsync("/news/good"), StringComparison.Ordinal);
        _content.Write("articles/2022/good.md", Article(body: "It was better."));
        Assert.Equal(["changed   articles/good"], (await _content.ImportAsync(site)).Lines);

        Assert.Contains("It was better.", await site.Reader.GetStringAsync("/news/good"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article()).Write("articles/good.draft.md", "---\nkind: news\nheadline: Better\nstate: draft\n---\n\nSoon.\n")
            .Write("articles/gone.md", Article("Gone", more: "state: withdrawn\n")).Write("redirects.yml", "redirects:\n  - from: /old\n    to: /news/good\n");
        await _content.ImportAsync(site);
        var before = await ContentsAsync(site);

        var again = await _content.ImportAsync(site);

        Assert.Empty(again.Faults);
        Assert.Empty(again.Lines);
        Assert.Equal(before, await ContentsAsync(site));
    }

    [Fact]
    public async Task A_file_in_another_form_with_the_same_content_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article());
        await _content.ImportAsync(site);
        _content.Write("articles/good.md", "\uFEFF" + Article().Replace("\n", "\r\n", StringComparison.Ordinal).Replace("headline: Good", "headline:   'Good", StringComparison.Ordinal).Replace("Somerset\r", "Somerset'\r", StringComparison.Ordinal));

        var again = await _content.ImportAsync(site);

        Assert.Empty(again.Faults);
        Assert.Empty(again.Lines);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article());

        var plan = await _content.ImportAsync(site, dryRun: true);

        Assert.Contains("new       articles/good", plan.Lines);
        Assert.Contains("articles: 1 new", plan.Counts);
        Assert.Equal(0, await site.InDbAsync(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task One_fault_in_one_file_and_nothing_changes()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article()).Write("articles/bad.md", Article(more: "topics: [nowhere]\nkind2: x\n"));

        var result = await _content.ImportAsync(site);

        Assert.Equal(2, result.Faults.Count);
        Assert.StartsWith($"{_content.Path}/articles/bad.md:6: “nowhere” is not in topics; expected a file topics/nowhere.yml.", result.Faults[0], StringComparison.Ordinal);
        Assert.StartsWith($"{_content.Path}/articles/bad.md:7: “kind2” is not known here", result.Faults[1], StringComparison.Ordinal);
        Assert.Equal(0, await site.InDbAsync(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task A_changed_slug_leads_readers_on()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article(more: $"id: {Id}\n"));
        await _content.ImportAsync(site);
        _content.Delete("articles/good.md");
        _content.Write("articles/better.md", Article(more: $"id: {Id}\n"));

        var result = await _content.ImportAsync(site);

        Assert.Equal(["moved     articles/good → better"], result.Lines);
        var answer = await site.Reader.GetAsync("/news/good");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/news/better", answer.Headers.Location?.ToString());
        Assert.Equal(1, await site.InDbAsync(db => db.Revisions.CountAsync()));
        Assert.Empty((await _content.ImportAsync(site)).Lines);
    }

    [Fact]
    public async Task Two_articles_may_swap_their_slugs()
    {
        await using var site = await TestSite.StartAsync();
        const string other = "01a2010f-46ad-7a8d-853b-dd58c69227a3";
        _content.Write("articles/a.md", Article("First", more: $"id: {Id}\n")).Write("articles/b.md", Article("Second", more: $"id: {other}\n"));
        await _content.ImportAsync(site);
        _content.Write("articles/b.md", Article("First", more: $"id: {Id}\n")).Write("articles/a.md", Article("Second", more: $"id: {other}\n"));

        Assert.Empty((await _content.ImportAsync(site)).Faults);

        Assert.Contains("Second", await site.Reader.GetStringAsync("/news/a"), StringComparison.Ordinal);
        Assert.Contains("First", await site.Reader.GetStringAsync("/news/b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_edited_in_the_newsroom_is_refused_and_named_unless_forced()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article());
        await _content.ImportAsync(site);
        await EditAsync(site, "good", "Edited");

        Assert.Equal(["kept      articles/good (edited in the newsroom; its file has not changed)"], (await _content.ImportAsync(site)).Lines);
        _content.Write("articles/good.md", Article(body: "From the file."));
        var refused = await _content.ImportAsync(site);
        var forced = await _content.ImportAsync(site, force: true);

        Assert.Contains("articles/good.md:1: “good” has been edited in the newsroom", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal(["changed   articles/good"], forced.Lines);
        Assert.Contains("From the file.", await site.Reader.GetStringAsync("/news/good"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_came_home_by_an_export_is_no_longer_refused()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article());
        await _content.ImportAsync(site);
        await EditAsync(site, "good", "Edited");
        var exported = Path.Combine(site.Folder, "exported");
        await ExportAsync(site, exported);
        await ImportAsync(site, exported);
        var file = Path.Combine(exported, "articles", "2022", "good.draft.md");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("Edited", "Edited again", StringComparison.Ordinal));

        var result = await ImportAsync(site, exported);

        Assert.Empty(result.Faults);
        Assert.Equal(["changed   articles/good"], result.Lines);
    }

    [Fact]
    public async Task A_draft_is_not_seen_and_leaves_what_readers_see()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article()).Write("articles/good.draft.md", "---\nkind: news\nheadline: Draft of better\nstate: draft\n---\n\nSoon.\n");

        await _content.ImportAsync(site);

        Assert.Contains("It was good.", await site.Reader.GetStringAsync("/news/good"), StringComparison.Ordinal);
        var head = await site.InDbAsync(db => db.Articles.Join(db.Revisions, a => a.HeadId, r => r.Id, (a, r) => r.Headline).SingleAsync());
        Assert.Equal("Draft of better", head);
    }

    [Fact]
    public async Task A_withdrawn_article_answers_410_and_is_not_put_back_in_silence()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article());
        await _content.ImportAsync(site);
        await site.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            var article = await db.Articles.SingleAsync();
            var live = await db.Revisions.SingleAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Desk>().FinishAsync([services.GetRequiredService<Desk>().Withdraw(article, live, null, new(null, "editor"), "legal")], CancellationToken.None);
            await transaction.CommitAsync();
            return 0;
        });
        _content.Write("articles/good.md", Article(body: "Changed."));

        Assert.Contains("has been withdrawn in the newsroom", Assert.Single((await _content.ImportAsync(site)).Faults), StringComparison.Ordinal);
        _content.Write("articles/good.md", Article(more: "state: withdrawn\n"));
        Assert.Empty((await _content.ImportAsync(site)).Faults);

        Assert.Equal(HttpStatusCode.Gone, (await site.Reader.GetAsync("/news/good")).StatusCode);
    }

    [Fact]
    public async Task A_new_withdrawn_article_answers_410()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/gone.md", Article(more: "state: withdrawn\n"));

        var result = await _content.ImportAsync(site);

        Assert.Empty(result.Faults);
        Assert.Equal(HttpStatusCode.Gone, (await site.Reader.GetAsync("/news/gone")).StatusCode);
        Assert.Equal(0, await site.InDbAsync(db => db.Listings.CountAsync()));
    }

    [Fact]
    public async Task Articles_that_are_not_among_the_files_stay()
    {
        await using var site = await TestSite.StartAsync();
        _content.Write("articles/good.md", Article());
        await _content.ImportAsync(site);
        _content.Delete("articles/good.md");
        _content.Write("articles/other.md", Article("Other"));

        await _content.ImportAsync(site);

        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/news/good")).StatusCode);
    }

    [Fact]
    public async Task Listings_have_no_gaps_after_many_and_after_few_articles()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 0; i < 300; i++) _content.Write($"articles/a{i}.md", Article($"Number {i}").Replace("2022-09-21", $"{2000 + i % 20}-01-01", StringComparison.Ordinal));
        await _content.ImportAsync(site);
        _content.Write("articles/late.md", Article("Late").Replace("2022-09-21", "2010-06-01", StringComparison.Ordinal));
        await _content.ImportAsync(site);

        var places = await site.InDbAsync(db => db.Listings.Where(l => l.List == "news").OrderBy(l => l.PublishedAt).ThenBy(l => l.ArticleId).Select(l => l.Position).ToListAsync());

        Assert.Equal(Enumerable.Range(1, 301), places);
    }

    public void Dispose() => _content.Dispose();

    private static Task<int> EditAsync(TestSite site, string slug, string headline) => site.DoAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var article = await db.Articles.SingleAsync(a => a.Slug == slug);
        var edit = ArticleFile.Of(article, await db.Revisions.SingleAsync(r => r.Id == article.HeadId), FileState.Draft, services.GetRequiredService<Web.Sites.Site>(), services.GetRequiredService<BlockCatalogue>()) with { Headline = headline };
        var revision = edit.ToRevision(article.Id, article.HeadId, site.Clock.GetUtcNow(), "editor", services.GetRequiredService<BlockCatalogue>());
        article.Add(revision);
        db.Add(revision);
        return await db.SaveChangesAsync();
    });

    private static Task<string> ContentsAsync(TestSite site) => site.InDbAsync(async db =>
        $"{await db.Revisions.CountAsync()} {await db.StateChanges.CountAsync()} {await db.Changes.CountAsync()} {string.Join(',', await db.Articles.OrderBy(a => a.Slug).Select(a => $"{a.Slug} {a.Version}").ToListAsync())}");
}
