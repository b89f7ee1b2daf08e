using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Sessions;

/// <summary>
/// Keeps the framework's tickets as rows of <see cref="Session"/>. A ticket is made anew from the account at each request, so a change of role counts at once
/// and an ended session or a disabled account is out at once.
/// </summary>
internal sealed class SessionStore(IDbContextFactory<NewsDb> databases, TimeProvider clock) : ITicketStore
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>How long a session lasts after its last use: while the browser is open, or on a device of one's own.</summary>
    public static TimeSpan LifeOf(bool isKept) => isKept ? TimeSpan.FromDays(30) : TimeSpan.FromHours(12);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, "", CancellationToken.None);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        StoreAsync(ticket, Devices.NameOf(httpContext.Request.Headers.UserAgent.ToString()), cancellationToken);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.HashOf(key), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (from s in db.Sessions.AsNoTracking()
                           join a in db.Accounts.Open() on s.AccountId equals a.Id
                           where s.KeyHash == hash && s.ExpiresAt > now
                           select new { Session = s, a.Id, a.Name, a.Role }).FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var session = found.Session;
        if (now - session.SeenAt >= SeenEvery) await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellationToken);
        var who = Who.Of(found.Id, found.Name, found.Role, session.Id, session.ProvedAt);
        return new(who, new() { IssuedUtc = session.RenewedAt, ExpiresUtc = session.ExpiresAt, IsPersistent = session.IsKept }, IdentityConstants.ApplicationScheme);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var (hash, account, now) = (Secret.HashOf(key), Who.IdOf(ticket.Principal), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // Never another account's: a cookie that somebody planted would become theirs.
        await db.Sessions.Where(s => s.KeyHash == hash && s.AccountId == account).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.RenewedAt, now)
            .SetProperty(s => s.ExpiresAt, now + LifeOf(ticket.Properties.IsPersistent)), cancellationToken);
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<string> StoreAsync(AuthenticationTicket ticket, string device, CancellationToken ct)
    {
        var (key, now) = (Secret.Make(), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        db.Add(new Session
        {
            Id = Guid.CreateVersion7(now),
            KeyHash = Secret.HashOf(key),
            AccountId = Who.IdOf(ticket.Principal),
            Device = device,
            IsKept = ticket.Properties.IsPersistent,
            MadeAt = now,
            ProvedAt = now,
            RenewedAt = now,
            SeenAt = now,
            ExpiresAt = now + LifeOf(ticket.Properties.IsPersistent),
        });
        await db.SaveChangesAsync(ct);
        return key;
    }
}

/// <summary>Who is asking, as claims: the form in which the framework carries it through a request.</summary>
internal static class Who
{
    public const string Session = "session", Proved = "proved", Token = "token", TokenName = "token-name", Scope = "scope";

    /// <summary>Somebody signed in on a device.</summary>
    public static ClaimsPrincipal Of(Guid id, string name, Role role, Guid session, DateTimeOffset proved) => Make(IdentityConstants.ApplicationScheme,
        [.. Of(id, name, role), new(Session, session.ToString()), new(Proved, proved.ToString("O", CultureInfo.InvariantCulture))]);

    /// <summary>A program of theirs.</summary>
    public static ClaimsPrincipal Of(Guid id, string name, Role role, string scheme, AskingToken token, IEnumerable<string> scopes) => Make(scheme,
        [.. Of(id, name, role), new(Token, token.Id.ToString()), new(TokenName, token.Name), .. scopes.Select(s => new Claim(Scope, s))]);

    public static Guid IdOf(ClaimsPrincipal principal) => Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!);

    private static Claim[] Of(Guid id, string name, Role role) => [new(ClaimTypes.NameIdentifier, id.ToString()), new(ClaimTypes.Name, name), new(ClaimTypes.Role, role.ToString())];

    private static ClaimsPrincipal Make(string scheme, Claim[] claims) => new(new ClaimsIdentity(claims, scheme));
}
