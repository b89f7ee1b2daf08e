using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>Everybody who has an account.</summary>
internal sealed class Colleagues(NewsDb db) : IColleagues
{
    public async Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken ct) =>
        await db.Accounts.AsNoTracking().OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new Colleague(a.Id, a.Name)).ToListAsync(ct);
}
