using NewsSite.Tests.Commands;

namespace NewsSite.Tests.Audit;

public sealed class ProcessesTests
{
    [Fact]
    public async Task Several_programs_on_one_database_keep_one_chain_and_the_doctor_may_look_at_any_time()
    {
        await using var site = await TestSite.StartAsync();
        string[] settings = [$"--Data:Directory={Path.Combine(site.Folder, "data")}", .. site.DatabaseSettings];
        using var stop = new CancellationTokenSource();
        var here = Task.Run(async () =>
        {
            var count = 0;
            for (; !stop.IsCancellationRequested; count++)
            {
                await site.ActAsync(new NewsSite.Web.Newsroom.Act("test.done", "worked on here"));
                Assert.Empty(await site.AuditFaultsAsync()); // the doctor comes while others write
            }
            return count;
        });

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => AddAsync($"person{i}@example.org")));
        await stop.CancelAsync();
        var count = await here;

        Assert.All(added, code => Assert.Equal(0, code));
        var record = await site.RecordAsync();
        Assert.Equal(4, record.Count(e => e is { Act: "account.added", By: "command line", AccountId: null }));
        Assert.Equal(count + 4, record.Count);
        Assert.Empty(await site.AuditFaultsAsync());

        async Task<int> AddAsync(string email)
        {
            using var process = NewsSiteProcess.Start(["user", "add", email, "--name", "Ada Quill", "--role", "Editor", .. settings]);
            await process.StandardInput.WriteLineAsync("granite teapot violin");
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
    }
}
