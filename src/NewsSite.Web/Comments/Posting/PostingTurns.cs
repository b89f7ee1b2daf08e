namespace NewsSite.Web.Comments.Posting;

/// <summary>
/// One comment after the other where the database has but one writer: of many that come at once, none keeps a thread that readers' pages need while it waits, and the first
/// to come is the first to be kept.
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
