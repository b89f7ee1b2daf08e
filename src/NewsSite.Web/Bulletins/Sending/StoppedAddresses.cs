using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Bulletins.Sending;

/// <summary>Addresses that take no mail: nothing is sent to them until somebody confirms them again.</summary>
internal static class StoppedAddresses
{
    /// <summary>Stops one.</summary>
    /// <param name="db">The database.</param>
    /// <param name="subscriber">Whose it is.</param>
    /// <param name="why">How it was found, without the address.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>Whether there was one that took mail until now.</returns>
    public static async Task<bool> StopAsync(NewsDb db, Guid subscriber, string why, DateTimeOffset now, CancellationToken ct) =>
        await db.Subscribers.Where(s => s.Id == subscriber && s.StoppedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.StoppedAt, now).SetProperty(x => x.StoppedWhy, why).SetProperty(x => x.Version, x => x.Version + 1), ct) == 1;
}
