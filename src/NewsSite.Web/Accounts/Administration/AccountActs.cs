using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Administration;

/// <summary>What administrators do to accounts. Each returns what stands against it, and null when it is done.</summary>
internal sealed partial class AccountActs(NewsDb db, AccountBook book, IActs acts, TimeProvider clock, ILogger<AccountActs> log)
{
    private const string LastOne = "This is the only administrator. Make somebody else one first, or nobody could manage accounts any more.";

    /// <summary>Gives an account another role, and ends its sessions.</summary>
    public async Task<string?> ChangeRoleAsync(Account account, Role role, Guid by, CancellationToken ct)
    {
        if (account.Role == role) return $"{account.Name} has this role already.";
        var fault = await ActAsync(account, () =>
        {
            var before = account.Role;
            account.Role = role;
            return new("account.role-changed", $"made {account.Name} {role.Spoken}, who was {before.Spoken}, and signed them out everywhere");
        }, ct);
        if (fault is null) RoleChanged(log, account.Id, role, by);
        return fault;
    }

    /// <summary>Closes an account: nobody can sign in to it, its sessions end, and its tokens are refused.</summary>
    public async Task<string?> DisableAsync(Account account, Guid by, CancellationToken ct)
    {
        if (account.DisabledAt is not null) return $"{account.Name}’s account is disabled already.";
        var now = clock.GetUtcNow();
        var fault = await ActAsync(account, () =>
        {
            account.DisabledAt = now;
            return new("account.closed", $"closed the account of {account.Name} and signed them out everywhere");
        }, ct);
        if (fault is null) Disabled(log, account.Id, by);
        return fault;
    }

    /// <summary>Opens it again. Its tokens work again too; its password stays as it was.</summary>
    public async Task<string?> EnableAsync(Account account, Guid by, CancellationToken ct)
    {
        if (account.DisabledAt is null) return $"{account.Name}’s account is open already.";
        var fault = await ActAsync(account, () =>
        {
            account.DisabledAt = null;
            return new("account.reopened", $"opened the account of {account.Name} again");
        }, ct);
        if (fault is null) Enabled(log, account.Id, by);
        return fault;
    }

    private Task<string?> ActAsync(Account account, Func<Act> change, CancellationToken ct) => book.AloneAsync(async () =>
    {
        await db.Entry(account).ReloadAsync(ct); // as nobody else changes it any more
        var wasLast = await IsOnlyAdministratorAsync(account, ct);
        var act = change();
        if (wasLast && (account.Role is not Role.Administrator || account.DisabledAt is not null)) return LastOne;
        acts.Add(db, act with { Subject = account.Subject });
        account.Version++;
        await db.EndSessionsAsync(account.Id, null, ct);
        await db.Set<OneTimeAddress>().Where(a => a.AccountId == account.Id).ExecuteDeleteAsync(ct);
        return null;
    }, ct);

    private async Task<bool> IsOnlyAdministratorAsync(Account account, CancellationToken ct) =>
        account is { Role: Role.Administrator, DisabledAt: null } && !await db.Accounts.Open().AnyAsync(a => a.Role == Role.Administrator && a.Id != account.Id, ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} has the role {Role} now, by {By}; its sessions have ended")]
    private static partial void RoleChanged(ILogger log, Guid account, Role role, Guid by);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} was disabled by {By}; its sessions have ended")]
    private static partial void Disabled(ILogger log, Guid account, Guid by);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} was opened again by {By}")]
    private static partial void Enabled(ILogger log, Guid account, Guid by);
}
