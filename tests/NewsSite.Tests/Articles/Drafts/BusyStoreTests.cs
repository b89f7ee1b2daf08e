using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using NewsSite.Tests.Newsroom;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Newsroom;

namespace NewsSite.Tests.Articles.Drafts;

/// <summary>While an import holds SQLite's one place for a writer.</summary>
public sealed class BusyStoreTests
{
    [Fact]
    public async Task Saves_wait_and_are_asked_to_come_back_and_presence_does_not_wait()
    {
        if (TestDatabase.IsPostgreSql) return;
        await using var site = await TestSite.StartAsync();
        var file = Path.Combine(site.Folder, "data", "newssite.db");
        await site.RestartAsync($"--ConnectionStrings:NewsSite=Data Source={file};Foreign Keys=True;Default Timeout=1");
        using var ada = await site.SignInAsync(Role.Editor);
        var id = DraftClient.NewId(site);
        var saved = await ada.SaveAsync(id, null, ADraft.Of("a"));
        await using var import = new SqliteConnection($"Data Source={file}");
        await import.OpenAsync();
        await using (var transaction = import.BeginTransaction())
        {
            var refused = await ada.PutDraftAsync(id, saved.Revision, ADraft.Of("a=2"));
            var problem = await DraftClient.ProblemAsync(refused, HttpStatusCode.ServiceUnavailable);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("Nothing is lost", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            await DraftClient.ProblemAsync(await ada.ActAsync(HttpMethod.Put, id, "live", new { revision = saved.Revision }), HttpStatusCode.ServiceUnavailable);
            var here = await DraftClient.ReadAsync<PresenceAnswer>(await ada.PutAsJsonAsync(DraftClient.PathOf(id, "presence"), new { tab = "a" }));
            Assert.Equal(saved.Revision, here.Head!.Revision);
            Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/newsroom/articles")).StatusCode);
        }

        Assert.Equal("a=2", ADraft.Told((await ada.SaveAsync(id, saved.Revision, ADraft.Of("a=2"))).Merged ?? (await ada.OpenAsync(id)).Content));
    }
}
