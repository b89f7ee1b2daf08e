namespace NewsSite.Web.Comments.Posting;

/// <summary>
/// One comment after the other where the database has but one writer. SQLite's client, told that another writes, sleeps for a sixth of a second before it asks again:
/// of many that come at once most would sleep while nobody writes.
/// </summary>
internal sealed class PostingTurns : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Does some work when it is its turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
