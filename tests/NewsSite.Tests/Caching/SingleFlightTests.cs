using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsSite.Web.Caching;

namespace NewsSite.Tests.Caching;

public sealed class SingleFlightTests
{
    [Fact]
    public async Task Many_readers_at_once_have_a_page_rendered_once()
    {
        var renders = new Counter();
        var mayFinish = new TaskCompletionSource();
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", async () =>
        {
            renders.Next();
            await mayFinish.Task;
            return Results.Content(CachedSite.LongText, "text/html");
        }));

        string[] accepted = ["br", "gzip", "identity", "gzip, br"];
        var readers = Enumerable.Range(0, 200).Select(n => site.AskAsync(accept: accepted[n % 4])).ToArray();
        mayFinish.SetResult();
        var answers = await Task.WhenAll(readers);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, renders.Count);
    }

    [Fact]
    public async Task Many_readers_and_many_changes_at_once_never_leave_an_old_page()
    {
        var version = 0;
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", async (HttpContext http) =>
        {
            var read = Volatile.Read(ref version);
            await Task.Yield();
            http.PageTags().Add("article:pier");
            return Results.Content($"{read}", "text/html");
        }));

        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < 100; round++) await site.ReadAsync();
        }));
        var editor = Task.Run(async () =>
        {
            for (var change = 1; change <= 200; change++)
            {
                Volatile.Write(ref version, change);
                await site.Cache.EvictAsync(["article:pier"]);
                Assert.Equal($"{change}", await site.ReadAsync());
            }
        });

        await Task.WhenAll([.. readers, editor]);
    }

    [Fact]
    public async Task A_first_reader_who_leaves_does_not_spoil_it_for_those_who_wait()
    {
        var renders = new Counter();
        var (hasBegun, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", async (HttpContext http) =>
        {
            if (renders.Next() > 1) return Results.Content("Storm", "text/html");
            using var _ = http.RequestAborted.Register(left.SetResult);
            hasBegun.SetResult();
            await left.Task;
            http.RequestAborted.ThrowIfCancellationRequested();
            return Results.Content("never", "text/html");
        }));
        using var leaving = new CancellationTokenSource();

        var first = site.Reader.GetStringAsync("/pier", leaving.Token);
        await hasBegun.Task;
        var others = Enumerable.Range(0, 20).Select(_ => site.ReadAsync()).ToArray();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.All(await Task.WhenAll(others), text => Assert.Equal("Storm", text));
        Assert.Equal(2, renders.Count);
    }

    [Fact]
    public async Task A_first_request_that_fails_does_not_fail_those_who_wait()
    {
        var renders = new Counter();
        var (hasBegun, mayFinish) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await CachedSite.WithAsync(app => app.MapGet("/pier", async () =>
        {
            if (renders.Next() > 1) return Results.Content("Storm", "text/html");
            hasBegun.SetResult();
            await mayFinish.Task;
            throw new InvalidDataException("The first one fails.");
        }));

        var first = site.ReadAsync();
        await hasBegun.Task;
        var others = Enumerable.Range(0, 20).Select(_ => site.ReadAsync()).ToArray();
        mayFinish.SetResult();

        await Assert.ThrowsAnyAsync<Exception>(() => first);
        Assert.All(await Task.WhenAll(others), text => Assert.Equal("Storm", text));
    }
}
