using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Search;

/// <summary>
/// Asks over a connection of its own, while the request's is asked something else. SQLite works in the thread that asks,
/// so a search that counts while it ranks takes as long as the longer of the two. PostgreSQL is asked one thing after the other, over the one connection:
/// it has few, and requests that hold one and wait for another would wait for each other.
/// </summary>
internal sealed class SearchBeside(NewsDb own, ISearchEngine engine, IDbContextFactory<NewsDb> databases) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _begun = [];

    /// <summary>The engine of a database.</summary>
    public static ISearchEngine EngineOf(NewsDb db) => db.IsSqlite ? new SqliteSearch(db) : new PostgreSqlSearch(db);

    /// <summary>Asks: at once where that goes beside other questions, otherwise when the answer is wanted.</summary>
    public Lazy<Task<T>> Ask<T>(Func<ISearchEngine, CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        if (!own.IsSqlite) return new(() => ask(engine, ct));
        var answer = Task.Run(() => AskAsync(ask, ct), ct);
        _begun.Add(answer);
        return new(() => answer);
    }

    /// <summary>Nothing goes on after the request, such as the counts of a page that is not there.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_begun).ContinueWith(done => done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default); // whoever wanted the answer has had its fault
        _end.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<ISearchEngine, CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, _end.Token);
        await using var db = await databases.CreateDbContextAsync(either.Token);
        await db.Database.OpenConnectionAsync(either.Token); // for all that is asked
        return await ask(EngineOf(db), either.Token);
    }
}
