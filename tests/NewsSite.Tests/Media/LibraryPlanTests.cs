using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Data;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Media;

/// <summary>A site with 5,000 pictures.</summary>
public sealed class LibraryOfThousands : IAsyncLifetime
{
    internal TestSite Site { get; private set; } = null!;

    internal QueryLog Log { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync("--Cache:Enabled=false");
        await LargeLibrary.FillAsync(Site);
        Log = new(await Site.InDbAsync(db => Task.FromResult(db.IsSqlite ? Site.Folder : db.Database.GetDbConnection().Database)));
        await Site.RestartAsync("--Cache:Enabled=false");
    }

    public async Task DisposeAsync()
    {
        Log.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>No list of the library grows with it.</summary>
public sealed class LibraryPlanTests(LibraryOfThousands thousands) : IClassFixture<LibraryOfThousands>
{
    [Theory]
    [InlineData("/newsroom/media", 48)]
    [InlineData("/newsroom/media?page=100", 48)]
    [InlineData("/newsroom/media?used=no", 48)]
    [InlineData("/newsroom/media?used=no&page=50", 48)]
    [InlineData("/newsroom/media?rights=expired", 24)]
    [InlineData("/newsroom/media?rights=ending", 26)]
    [InlineData("/newsroom/media?q=harbour", 48)]
    [InlineData("/newsroom/media?q=har+ben&page=2", 48)]
    [InlineData("/newsroom/media?q=boats&used=no", 48)]
    [InlineData("/newsroom/api/media?q=pier&page=3", 24)]
    [InlineData("/newsroom/media/county-hall-2.jpg", 1)]
    public async Task A_list_of_the_library_reads_ranges_of_indexes(string path, int pictures)
    {
        using var editor = await thousands.Site.SignInAsync(Role.Editor);
        await editor.GetAsync(path); // what is kept in memory is read by the first request
        thousands.Log.Take();

        using var answer = await editor.GetAsync(path);
        var sent = thousands.Log.Take();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(pictures, path.Contains("/api/", StringComparison.Ordinal) ? body.Split("\"thumb\"").Length - 1 : path.Contains(".jpg", StringComparison.Ordinal) && !path.Contains('?') ? 1 : body.Split("shelf-link").Length - 1);
        Assert.NotEmpty(sent);
        foreach (var query in sent)
        {
            var plan = await thousands.Site.InDbAsync(async db =>
            {
                // So few and such narrow rows PostgreSQL may well read whole; what is asked is whether an index would serve when there are more.
                await db.Database.OpenConnectionAsync();
                if (!db.IsSqlite) await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off; SET enable_bitmapscan = off");
                return await QueryPlan.OfAsync(db, query, "Media", "MediaWords", "MediaUses");
            });
            var faults = plan.Faults.Where(f => !f.EndsWith(" of Articles", StringComparison.Ordinal)).ToList(); // there are none here, so any way to them is as good
            Assert.True(faults.Count == 0, $"{path}: {string.Join(", ", faults)}\n\n{query.Sql}\n\n{plan.Text}");
        }
    }

    [Fact]
    public async Task A_whole_file_name_finds_that_file_first_however_many_begin_like_it()
    {
        using var editor = await thousands.Site.SignInAsync(Role.Editor);

        var page = await editor.GetStringAsync("/newsroom/media?q=county-hall-2.jpg");

        Assert.StartsWith("/county-hall-2.jpg\"", page.Split("shelf-link\" href=\"/newsroom/media")[1], StringComparison.Ordinal);
    }
}
