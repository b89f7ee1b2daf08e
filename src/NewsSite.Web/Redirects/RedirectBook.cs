using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom.Registers;

namespace NewsSite.Web.Redirects;

/// <summary>Keeps redirects short: one step from any old address to the present one, and never a circle.</summary>
public sealed class RedirectBook(NewsDb db, TimeProvider clock) : IMovedPages
{
    private const string Tag = "redirects";

    /// <summary>Where an old path leads now; null when it leads nowhere.</summary>
    public async Task<string?> FindAsync(string path, CancellationToken ct) =>
        await db.Redirects.Where(r => r.From == path).Select(r => r.To).FirstOrDefaultAsync(ct);

    /// <summary>
    /// Leads an old path to a new one. Redirects to the old path now lead to the new one, and a redirect away from the new path is dropped,
    /// because something lives there again.
    /// </summary>
    /// <returns>False, and nothing is changed, when both are the same path.</returns>
    public async Task<bool> AddAsync(string from, string to, CancellationToken ct)
    {
        if (!await MoveOneAsync(from, to, ct)) return false;
        await db.AnnounceAsync([Tag], clock.GetUtcNow(), ct);
        return true;
    }

    /// <inheritdoc/>
    public Task MoveAsync(string from, string to, CancellationToken ct) => AddAsync(from, to, ct);

    /// <summary>Leads many old paths to new ones.</summary>
    internal async Task AddManyAsync(IEnumerable<KeyValuePair<string, RedirectTarget>> all, CancellationToken ct)
    {
        foreach (var (from, target) in all) await MoveOneAsync(from, target.To, ct, target.Made);
        await db.AnnounceAsync([Tag], clock.GetUtcNow(), ct);
    }

    private async Task<bool> MoveOneAsync(string from, string to, CancellationToken ct, DateTimeOffset? made = null)
    {
        if (from == to) return false;
        var target = await db.Redirects.FirstOrDefaultAsync(r => r.From == to, ct);
        if (target is not null) db.Remove(target);
        foreach (var earlier in await db.Redirects.Where(r => r.To == from).ToListAsync(ct))
            if (earlier.From == to) db.Remove(earlier);
            else earlier.To = to;
        var known = await db.Redirects.FirstOrDefaultAsync(r => r.From == from, ct);
        if (known is not null) known.To = to;
        else db.Add(new Redirect { From = from, To = to, MadeAt = made ?? clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
