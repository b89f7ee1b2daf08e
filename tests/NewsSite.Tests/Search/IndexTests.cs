using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Commands;
using NewsSite.Tests.Newsroom;
using NewsSite.Tests.Newsroom.Registers;
using NewsSite.Web.Background;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Search;

namespace NewsSite.Tests.Search;

/// <summary>How the index is kept in step with everything around stories, and made anew.</summary>
public sealed class IndexTests
{
    [Fact]
    public async Task Who_is_renamed_is_found_under_the_new_name_with_every_story_at_once()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Bylines = ["ada-quill"] });

        await site.InDbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Authors" SET "Name" = 'Ada Feather'""");
            await db.AnnounceAsync(["authors"], site.Clock.GetUtcNow(), CancellationToken.None);
            return 0;
        });
        await site.Services.GetRequiredService<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        Assert.Equal(["pier"], await FindAsync(site, "q=feather"));
        Assert.Empty(await FindAsync(site, "q=quill"));
    }

    [Fact]
    public async Task A_topic_that_becomes_part_of_another_brings_its_stories_along()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier", Topics = ["seaside"] });
        await site.PublishAsync(new AStory { Slug = "harbour", Headline = "Harbour", Topics = ["coast", "seaside"] });
        using var ada = await site.SignInAsync(Role.Editor);

        using var merged = await ada.SendFormAsync("/newsroom/topics/seaside/merge", [KeyValuePair.Create("With", "coast"), KeyValuePair.Create("Stays", "coast")]);
        var page = await site.Reader.GetStringAsync("/search?q=pier");

        Assert.Equal(2, (await FindAsync(site, "topic=coast")).Count);
        Assert.Equal(2, (await FindAsync(site, "topic=seaside")).Count); // an old address
        Assert.Equal(2, (await FindAsync(site, "q=coast")).Count);
        Assert.Matches(@"topic=coast""[^>]*>Coast\s+\(2\)", page);
    }

    [Fact]
    public async Task A_new_slug_changes_nothing_but_the_address()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.PublishAsync(new AStory { Slug = "pier", Headline = "Storm takes the whole pier" });

        Assert.Equal(["pier"], await FindAsync(site, "q=storm"));
        Assert.Equal(1, await site.InDbAsync(db => db.SearchEntries.CountAsync()));
    }

    [Fact]
    public async Task Stories_of_one_second_are_all_found_and_the_verb_makes_the_index_anew_while_the_site_runs()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var n in Enumerable.Range(0, 25)) await site.PublishAsync(new AStory { Slug = $"pier-{n}", Published = "2026-05-01" });
        await site.PublishAsync(new AStory { Slug = "gone", Headline = "Zeppelin lands" });
        await site.InDbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "SearchEntries" WHERE "Id" IN (SELECT "Id" FROM "SearchEntries" ORDER BY "Id" LIMIT 12)""");
            return await db.Database.ExecuteSqlRawAsync("""UPDATE "Articles" SET "LiveId" = NULL WHERE "Slug" = 'gone'"""); // as a backup that was put together from two days
        });

        var (code, output, error) = await NewsSiteProcess.RunAsync(["reindex", $"--Data:Directory={Path.Combine(site.Folder, "data")}", .. site.DatabaseSettings]);

        Assert.True(code == 0, error);
        Assert.Contains("25 stories indexed.", output, StringComparison.Ordinal);
        Assert.Equal(25, await site.InDbAsync(db => db.SearchEntries.CountAsync()));
        Assert.Contains("25 stories for", await site.Reader.GetStringAsync("/search?q=storm"), StringComparison.Ordinal);
        Assert.Equal(5, (await FindAsync(site, "q=storm&page=2")).Count);
        Assert.Empty(await FindAsync(site, "q=zeppelin"));
    }

    [Fact]
    public async Task A_site_that_had_no_index_has_one_soon_after_its_start()
    {
        await using var site = await TestSite.StartAsync();
        await site.PublishAsync(new AStory { Slug = "pier" });
        await site.InDbAsync(db => db.SearchEntries.ExecuteDeleteAsync());
        Assert.Empty(await FindAsync(site, "q=storm"));

        await site.RestartAsync();

        await Eventually.TrueAsync(async () => (await FindAsync(site, "q=storm")).Count == 1);
    }

    [Fact]
    public async Task An_index_that_was_broken_off_is_made_whole_at_the_next_start()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var slug in new[] { "pier", "harbour" }) await site.PublishAsync(new AStory { Slug = slug });
        await site.InDbAsync(async db => await db.SearchEntries.Take(1).ExecuteDeleteAsync());
        Assert.Single(await FindAsync(site, "q=storm"));

        await site.RestartAsync();

        await Eventually.TrueAsync(async () => (await FindAsync(site, "q=storm")).Count == 2);
    }

    private static async Task<IReadOnlyList<string>> FindAsync(TestSite site, string query) => SearchSite.SlugsIn(await site.Reader.GetStringAsync($"/search?{query}"));
}
