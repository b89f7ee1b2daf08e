using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Commands;
using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Authors;
using NewsSite.Web.Data;
using NewsSite.Web.Topics;

namespace NewsSite.Tests.Schedule;

/// <summary>Runs while no other test does, because it looks at the clock of the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

/// <summary>Two processes of the program on one database, with the clock of the machine.</summary>
[Collection(Alone.Name)]
public sealed class TwoProcessesTests
{
    private const int Stories = 200, Earlier = 60;

    [Fact]
    public async Task Two_hundred_stories_due_in_one_minute_go_live_once_each_and_at_once()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync([new Author { Slug = "ada-quill", Name = "Ada Quill" }, new Topic { Slug = "coast", Name = "Coast" }], "authors", "topics");
        var ids = new List<Guid>();
        for (var i = 0; i < Stories + Earlier; i++) ids.Add(await site.DraftAsync(new() { Slug = $"story-{i:000}", Headline = $"Story {i}" }));
        await ApproveAllAsync(site);
        await using var one = await Node.StartAsync(site);
        await using var two = await Node.StartAsync(site);

        await ScheduleAsync(site, Earlier, 0); // a newsroom that has been at work
        await Eventually.TrueAsync(() => site.InDbAsync(async db => await db.TimedActs.CountAsync(a => a.Status == TimedStatus.Done) == Earlier));
        var due = await ScheduleAsync(site, Stories, 3);
        await Eventually.TrueAsync(() => site.InDbAsync(async db => await db.TimedActs.CountAsync(a => a.Status == TimedStatus.Done) == Earlier + Stories));

        var live = await site.InDbAsync(db => db.StateChanges.Where(s => s.Act == ArticleAct.Published && s.By == "schedule").Select(s => new { s.ArticleId, s.At }).ToListAsync());
        Assert.Equal(ids.Order(), live.Select(l => l.ArticleId).Order());
        Assert.All(live.Where(l => l.At >= due.AddSeconds(-1)), l => Assert.True(l.At >= due)); // how long it takes depends on the machine: five seconds on a quiet one
        Assert.InRange(live.Max(l => l.At) - due, TimeSpan.Zero, TimeSpan.FromSeconds(25)); // sooner than anybody would look without being woken
        Assert.Equal(Earlier + Stories, await site.InDbAsync(db => db.Listings.Where(e => e.List == Listing.News).MaxAsync(e => e.Position)));
        foreach (var node in new[] { one, two })
            await Eventually.TrueAsync(async () => (await node.Reader.GetAsync("/news/story-199")).IsSuccessStatusCode && (await node.Reader.GetAsync("/news/story-000")).IsSuccessStatusCode);
    }

    private static Task<int> ApproveAllAsync(TestSite site) => site.InDbAsync(async db =>
    {
        var now = site.Clock.GetUtcNow();
        foreach (var article in await db.Articles.ToListAsync())
        {
            db.Add(new Approval { Id = Guid.CreateVersion7(now), ArticleId = article.Id, RevisionId = article.HeadId!.Value, ById = Guid.CreateVersion7(now), By = "Ben Hart", At = now, IsIndependent = true });
            article.Submit(new(null, "Ada Quill"), now);
            article.Approve(article.HeadId.Value, now);
        }
        return await db.SaveChangesAsync();
    });

    // As the newsroom does it, but for the minute: tests do not wait that long.
    private static Task<DateTimeOffset> ScheduleAsync(TestSite site, int many, int seconds) => site.InDbAsync(async db =>
    {
        var due = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var article in await db.Articles.Where(a => a.State == ArticleState.Approved).OrderBy(a => a.Slug).Take(many).ToListAsync())
        {
            article.Await(due, "2026-05-04 12:00");
            db.Add(new TimedAct
            {
                Id = Guid.CreateVersion7(due),
                ArticleId = article.Id,
                Kind = TimedKind.Publish,
                RevisionId = article.HeadId,
                Wall = "2026-05-04 12:00",
                Zone = "Europe/London",
                DueAt = due,
                MadeBy = "Ben Hart",
                MadeAt = due,
            });
        }
        await db.AnnounceAsync([ScheduleTag.Name], due, CancellationToken.None);
        await transaction.CommitAsync();
        return due;
    });

    private sealed class Node : IAsyncDisposable
    {
        private readonly Process _process;

        private Node(Process process, string address) => (_process, Reader) = (process, new HttpClient { BaseAddress = new Uri(address) });

        public HttpClient Reader { get; }

        public static async Task<Node> StartAsync(TestSite site)
        {
            var process = NewsSiteProcess.Start(["serve", "--urls=http://127.0.0.1:0", $"--Data:Directory={Path.Combine(site.Folder, "data")}", $"--Content:Directory={Path.Combine(site.Folder, "no-content")}",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. site.DatabaseSettings]);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            const string Sign = "Now listening on: ";
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
                if (line.IndexOf(Sign, StringComparison.Ordinal) is var at and >= 0)
                {
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
                    return new(process, line[(at + Sign.Length)..].Trim());
                }
            throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(patience.Token));
        }

        public async ValueTask DisposeAsync()
        {
            Reader.Dispose();
            if (!_process.HasExited) _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
