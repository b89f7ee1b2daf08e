using Microsoft.EntityFrameworkCore.Storage;

namespace NewsSite.Web.Data;

/// <summary>Work that is done as a whole, and that other writes may be in the way of.</summary>
internal static class OneGo
{
    extension(NewsDb db)
    {
        /// <summary>Works in a transaction, which the work commits itself when it is to be kept. When another write was faster, it begins again with nothing tracked and sees what the other made of it.</summary>
        /// <param name="work">The work; it may be done several times, and only the last counts.</param>
        /// <param name="ct">Cancelled when nobody waits any more.</param>
        /// <param name="tries">How often it is done at most; the last loss is thrown.</param>
        public async Task<T> InOneGoAsync<T>(Func<IDbContextTransaction, Task<T>> work, CancellationToken ct, int tries = 20)
        {
            for (var i = 1; ; i++)
            {
                db.ChangeTracker.Clear();
                try
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    return await work(transaction);
                }
                catch (Exception e) when (i < tries && Races.IsLost(e))
                {
                    // Another look.
                }
            }
        }
    }
}
