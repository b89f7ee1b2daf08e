using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>Knows programs by <c>Authorization: Bearer ns_…</c>.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, NewsDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var (hash, now) = (Secret.HashOf(header[Bearer.Length..].Trim()), clock.GetUtcNow());
        var found = await (from t in db.Set<AccessToken>().AsNoTracking()
                           join a in db.Accounts.Open() on t.AccountId equals a.Id
                           where t.Hash == hash && t.ExpiresAt > now
                           select new { Token = t, a.Id, a.Name, a.Role }).FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null) return AuthenticateResult.Fail("The token is unknown, has ended, or has been taken back.");
        if (found.Token.UsedAt is not { } used || now - used >= UsedEvery)
            await db.Set<AccessToken>().Where(t => t.Id == found.Token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), Context.RequestAborted);
        return AuthenticateResult.Success(new(Who.Of(found.Id, found.Name, found.Role, Scheme.Name, new(found.Token.Id, found.Token.Name), found.Token.Scopes), Scheme.Name));
    }
}
