using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Passwords;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>What the operator of the machine does to accounts from the command line.</summary>
internal sealed partial class UserActs(NewsDb db, AccountBook book, PasswordReset reset, TwoSteps twoSteps, IActs acts, ILogger<UserActs> log)
{
    private const string Actor = "command line";

    /// <summary>Adds an account.</summary>
    /// <returns>What stands against it, a line each; empty when it is done.</returns>
    public async Task<IReadOnlyList<string>> AddAsync(string email, string name, Role role, string? password, CancellationToken ct)
    {
        var account = book.Draft(email, name, role);
        string?[] faults = [AccountBook.FaultOfEmail(email), AccountBook.FaultOfName(name), await book.FaultOfPasswordAsync(account, password)];
        if (faults.Any(f => f is not null)) return [.. faults.Where(f => f is not null).Select(f => f!)];
        var taken = await book.AloneAsync(async () =>
        {
            if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == account.NormalizedEmail, ct)) return $"{email} has an account already.";
            book.SetPassword(account, password!);
            db.Add(account);
            acts.Add(db, new("account.added", $"added {name} as {role.Spoken}") { By = Actor, Subject = account.Subject });
            return null;
        }, ct);
        if (taken is not null) return [taken];
        Added(log, account.Id, role);
        return [];
    }

    /// <summary>An address at which a new password can be chosen once, within an hour; null when nobody has this e-mail address.</summary>
    /// <param name="email">What they sign in with.</param>
    /// <param name="withoutTwoSteps">Whether two-step sign-in is turned off at once, for somebody who has lost the app and the recovery codes.</param>
    /// <param name="ct">Cancelled when the operator stops waiting.</param>
    public async Task<string?> ResetAsync(string email, bool withoutTwoSteps, CancellationToken ct)
    {
        var normalized = book.NormalizeEmail(email);
        if (await db.Accounts.Open().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, ct) is not { } account) return null;
        if (withoutTwoSteps && account.HasTwoSteps) await twoSteps.TurnOffAsync(account, null, ct, Actor);
        return await reset.MakeAddressAsync(account, Actor, ct);
    }

    /// <summary>Every account, by name.</summary>
    public Task<List<Account>> AllAsync(CancellationToken ct) => db.Accounts.AsNoTracking().OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} was added from the command line, with the role {Role}")]
    private static partial void Added(ILogger log, Guid account, Role role);
}
