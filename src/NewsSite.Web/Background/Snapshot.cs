using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Background;

/// <summary>A small register kept whole in memory, read again after a change to it.</summary>
/// <typeparam name="T">A row; not to be changed.</typeparam>
/// <param name="databases">The database.</param>
/// <param name="tag">The tag that a change to the register announces.</param>
public abstract class Snapshot<T>(IDbContextFactory<NewsDb> databases, string tag) : Kept<T>(databases, tag)
    where T : class
{
    /// <summary>The rows in the order in which they are wanted.</summary>
    protected abstract IQueryable<T> Query(IQueryable<T> rows);

    /// <inheritdoc/>
    protected sealed override async Task<IReadOnlyList<T>> LoadAsync(NewsDb db) => await Query(db.Set<T>().AsNoTracking()).ToListAsync();
}
