using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Background;

/// <summary>What is kept in memory of a register, read again after a change to it.</summary>
/// <typeparam name="T">What is kept of a row; not to be changed.</typeparam>
/// <param name="databases">The database.</param>
/// <param name="tag">The tag that a change to the register announces.</param>
public abstract class Kept<T>(IDbContextFactory<NewsDb> databases, string tag) : IChangeListener
{
    private readonly Lock _lock = new();
    private Task<IReadOnlyList<T>>? _rows;
    private int _changes;

    /// <summary>The tag that a change to the register announces.</summary>
    public string Tag { get; } = tag;

    /// <summary>All of it as of the last change.</summary>
    public async ValueTask<IReadOnlyList<T>> AllAsync(CancellationToken ct)
    {
        int before;
        Task<IReadOnlyList<T>>? rows;
        lock (_lock) (rows, before) = (_rows, _changes);
        if (rows is { IsFaulted: false, IsCanceled: false }) return await rows.WaitAsync(ct);
        rows = ReadAsync();
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

    /// <summary>Reads it, in the order in which it is wanted.</summary>
    protected abstract Task<IReadOnlyList<T>> LoadAsync(NewsDb db);

    private async Task<IReadOnlyList<T>> ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await LoadAsync(db);
    }
}
