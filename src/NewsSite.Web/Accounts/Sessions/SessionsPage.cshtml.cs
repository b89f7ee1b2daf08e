using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Sessions;

/// <summary>Where somebody is signed in, and how that ends.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed partial class SessionsPage(CurrentAccount who, NewsDb db, IActs acts, TimeProvider clock, ILogger<SessionsPage> log) : AccountPage(who, db, clock)
{
    private readonly TimeProvider _clock = clock;

    /// <summary>This device first, then the ones used last.</summary>
    public IReadOnlyList<Session> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        var all = await Db.Sessions.AsNoTracking().Where(s => s.AccountId == Current.Id && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt).ToListAsync(ct);
        All = [.. all.OrderByDescending(s => s.Id == Current.Session)];
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(ct);
        var device = await Db.Sessions.Where(s => s.Id == id && s.AccountId == Current.Id).Select(s => s.Device).FirstOrDefaultAsync(ct);
        await Db.Sessions.Where(s => s.Id == id && s.AccountId == Current.Id).ExecuteDeleteAsync(ct);
        if (device is not null) acts.Add(Db, new("account.session-ended", id == Current.Session ? "signed out" : $"signed out on another device, {device}"));
        await Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (id == Current.Session) return DoneAt(Doors.SignIn, "You are signed out.");
        if (device is not null) Ended(log, Current.Id, 1);
        return DoneAt("/newsroom/account/sessions", device is null ? "That device was signed out already." : $"{device} is signed out.");
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken ct)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(ct);
        var ended = await Db.EndSessionsAsync(Current.Id, null, ct);
        acts.Add(Db, new("account.sessions-ended", "signed out on every device"));
        await Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Ended(log, Current.Id, ended);
        return DoneAt(Doors.SignIn, "You are signed out everywhere.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} ended {Count} sessions")]
    private static partial void Ended(ILogger log, Guid account, int count);
}
