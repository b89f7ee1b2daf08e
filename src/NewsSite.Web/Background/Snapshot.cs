using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Background;

/// <summary>A small register kept whole in memory, read again after a change to it.</summary>
/// <typeparam name="T">A row; not to be changed.</typeparam>
/// <param name="databases">The database.</param>
/// <param name="tag">The tag that a change to the register announces.</param>
public abstract class Snapshot<T>(IDbContextFactory<NewsDb> databases, string tag) : IChangeListener
    where T : class
{
    private readonly Lock _lock = new();
    private Task<IReadOnlyList<T>>? _rows;
    private int _changes;

    /// <summary>The tag that a change to the register announces.</summary>
    public string Tag { get; } = tag;

    /// <summary>The rows as of the last change.</summary>
    public async ValueTask<IReadOnlyList<T>> AllAsync(CancellationToken ct)
    {
        int before;
        Task<IReadOnlyList<T>>? rows;
        lock (_lock) (rows, before) = (_rows, _changes);
        if (rows is { IsFaulted: false, IsCanceled: false }) return await rows.WaitAsync(ct);
        rows = LoadAsync();
        lock (_lock)
        {
            // What was read while a change came in serves this request and is not kept.
            if (_changes == before) _rows = rows;
        }
        return await rows.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public ValueTask OnChangedAsync(IReadOnlyCollection<string>? tags, CancellationToken ct)
    {
        if (tags is not null && !tags.Contains(Tag)) return ValueTask.CompletedTask;
        lock (_lock)
        {
            _rows = null;
            _changes++;
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>The rows in the order in which they are wanted.</summary>
    protected abstract IQueryable<T> Query(IQueryable<T> rows);

    private async Task<IReadOnlyList<T>> LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Query(db.Set<T>().AsNoTracking()).ToListAsync();
    }
}
