using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Core.Content;
using NewsSite.Tests.Media;
using NewsSite.Web.Articles;
using NewsSite.Web.Authors;
using NewsSite.Web.Corrections;
using NewsSite.Web.Data;
using NewsSite.Web.People;
using NewsSite.Web.Redirects;
using NewsSite.Web.Sources;
using NewsSite.Web.Topics;
using Site = NewsSite.Web.Sites.Site;

namespace NewsSite.Tests.Exchange;

public sealed class RoundTripTests
{
    private const int ArticlesInAStore = 30;

    [Fact]
    public async Task A_generated_article_reads_back_as_it_was_written()
    {
        await using var site = await TestSite.StartAsync();
        var reading = new FileReading(site.Services.GetRequiredService<Site>(), AStore.Catalogue, site.Clock.GetUtcNow());

        Prop.ForAll(Arb.From(AStore.Article(0)), article =>
        {
            var text = article.Write(article.Slug, AStore.Catalogue);
            var faults = new Faults("article.md");
            var back = ArticleFile.Read(text, article.Slug, _ => null, reading, faults, []);
            Assert.Equal([], faults.All);
            Assert.Equal(text, back!.Write(article.Slug, AStore.Catalogue));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Export_import_into_an_empty_store_and_export_again_gives_the_same_bytes()
    {
        foreach (var seed in new[] { 1, 2, 3 })
        {
            await using var first = await TestSite.StartAsync();
            await using var second = await TestSite.StartAsync();
            await FillAsync(first);
            var (once, again) = (Path.Combine(first.Folder, $"once{seed}"), Path.Combine(first.Folder, $"again{seed}"));

            await ContentDirectory.ExportAsync(first, once);
            var result = await ContentDirectory.ImportAsync(second, once);
            await ContentDirectory.ExportAsync(second, again);

            Assert.Empty(result.Faults);
            var files = ContentDirectory.Files(once);
            Assert.True(files.Count > ArticlesInAStore, $"Only {files.Count} files were written.");
            var others = ContentDirectory.Files(again);
            Assert.Equal(files.Keys, others.Keys);
            Assert.All(files, f => Assert.Equal(f.Value, others[f.Key]));
            Assert.Empty((await ContentDirectory.ImportAsync(first, once)).Lines);
        }
    }

    [Fact]
    public async Task An_export_leaves_a_directory_alone_that_is_not_its_own()
    {
        await using var site = await TestSite.StartAsync();
        using var content = new ContentDirectory();
        await content.ImportAsync(site);
        var (target, mine) = (Path.Combine(site.Folder, "out"), Path.Combine(site.Folder, "out", "notes.txt"));
        await ContentDirectory.ExportAsync(site, target);
        Directory.CreateDirectory(Path.Combine(target, "articles"));
        await File.WriteAllTextAsync(mine, "mine");
        await File.WriteAllTextAsync(Path.Combine(target, "articles", "stale.md"), "stale");

        var refused = await Assert.ThrowsAsync<Web.Hosting.StartupFault>(() => ContentDirectory.ExportAsync(site, target));
        await ContentDirectory.ExportAsync(site, target, force: true);

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(mine));
        Assert.True(File.Exists(Path.Combine(target, "people", "bill-revans.yml")));
        Assert.False(File.Exists(Path.Combine(target, "articles", "stale.md")));
        await Assert.ThrowsAsync<Web.Hosting.StartupFault>(() => ContentDirectory.ExportAsync(site, site.Folder, force: true));
    }

    // As the newsroom would have made it: nothing here has been through a file.
    private static async Task FillAsync(TestSite site)
    {
        foreach (var file in AStore.Media) await site.TakeAsync(file, APicture.Png(4, 3));
        await site.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            db.Add(new Organisation { Slug = "the-council", Name = "The council", Kind = "County council", Address = "https://example.org/" });
            db.AddRange(AStore.Topics.Select((t, i) => new Topic { Slug = t, Name = $"Topic: {t}", Section = i == 0 ? 1 : null }));
            db.AddRange(AStore.Authors.Select((a, i) => new Author { Slug = a, Name = a, IsDesk = i == 0, Profile = "# A\n\n  two\n" }));
            db.AddRange(AStore.Sources.Select(s => new Source { Slug = s, Title = $"“{s}”" }));
            db.AddRange(AStore.People.Select(p => AStore.Person(p).Sample(1).Single()));
            db.AddRange(Enumerable.Range(0, 5).Select(i => AStore.Vacancy($"vacancy-{i}").Sample(1).Single()));
            db.AddRange(Enumerable.Range(0, 5).Select(i => AStore.Promotion($"promotion-{i}").Sample(1).Single()));
            db.Add(new Redirect { From = "/news/old", To = "/news/article-0", MadeAt = site.Clock.GetUtcNow() });
            var (zone, now) = (services.GetRequiredService<Site>().Zone, site.Clock.GetUtcNow());
            foreach (var file in Enumerable.Range(0, ArticlesInAStore).Select(i => AStore.Article(i).Sample(1).Single())) Add(db, file, zone, now);
            return await db.SaveChangesAsync();
        });
    }

    private static void Add(NewsDb db, ArticleFile file, TimeZoneInfo zone, DateTimeOffset now)
    {
        var article = new Article(Guid.CreateVersion7(now), file.Slug);
        var revision = file.ToRevision(article.Id, null, now, "editor", AStore.Catalogue);
        article.Add(revision);
        db.AddRange(article, revision);
        if (file.Embargo is { } embargo) article.Embargo(embargo.At, embargo.Text);
        article.PlanFor(file.Planned);
        if (file.State is FileState.Draft) return;
        article.GoLive(revision, file.Published!.Value, file.Updated, zone);
        if (file.State is FileState.Withdrawn) article.Withdraw(file.Withdrawal?.Reason, file.Withdrawal?.Note, file.Withdrawal?.To);
        else db.Add(new Correction { Slug = $"of-{file.Slug}", ArticleId = article.Id, At = now, Wall = "2024-02-03", Wrong = "It was: wrong.", Right = "It is “right”." });
        if (file.Headline.Length % 2 != 0) return;
        var draft = (file with { Headline = file.Headline + " again" }).ToRevision(article.Id, revision.Id, now, "editor", AStore.Catalogue);
        if (file.State is FileState.Live) article.Add(draft);
        if (file.State is FileState.Live) db.Add(draft);
    }
}
