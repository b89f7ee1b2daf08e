using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.TwoStep;

/// <summary>The second step of signing in: a code from an app, or one of ten recovery codes.</summary>
internal sealed partial class TwoSteps(NewsDb db, ICurrentAccount who, IActs acts, TimeProvider clock, ILogger<TwoSteps> log)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
    private const int Codes = 10;

    /// <summary>Turns it on.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="key">The app's key.</param>
    /// <param name="code">What the app shows.</param>
    /// <param name="session">The session that stays; every other ends.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <returns>The recovery codes; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, string key, string code, Guid? session, CancellationToken ct)
    {
        if (TimeCodes.StepOf(key, code, clock.GetUtcNow()) is not { } step) return null;
        (account.CodeKey, account.LastCodeStep) = (key, step);
        acts.Add(db, new("account.two-step-on", "turned two-step sign-in on and was signed out on every other device") { Subject = account.Subject });
        var codes = await ChangeAsync(account, session, withCodes: true, ct);
        TurnedOn(log, account.Id);
        return codes;
    }

    /// <summary>Turns it off.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="session">The session that stays; every other ends.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    /// <param name="by">Who does it when that is nobody who is signed in; null for whoever is asking.</param>
    public async Task TurnOffAsync(Account account, Guid? session, CancellationToken ct, string? by = null)
    {
        var isOwn = who.IsSignedIn && who.Id == account.Id;
        acts.Add(db, new("account.two-step-off", isOwn ? "turned two-step sign-in off and was signed out on every other device" : $"turned two-step sign-in off for {account.Name} and signed them out everywhere") { By = by, Subject = account.Subject });
        account.CodeKey = null;
        await ChangeAsync(account, session, withCodes: false, ct);
        TurnedOff(log, account.Id);
    }

    /// <summary>New recovery codes instead of the earlier ones.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account, Guid? session, CancellationToken ct)
    {
        acts.Add(db, new("account.recovery-codes-made", "made new recovery codes and was signed out on every other device") { Subject = account.Subject });
        var codes = await ChangeAsync(account, session, withCodes: true, ct);
        Renewed(log, account.Id);
        return codes;
    }

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CodesLeftAsync(Guid account, CancellationToken ct) => db.Set<RecoveryCode>().CountAsync(c => c.AccountId == account, ct);

    /// <summary>Checks what the app shows; the same code is right once.</summary>
    public async Task<bool> UseCodeAsync(Account account, string code, CancellationToken ct) =>
        account.CodeKey is { } key && TimeCodes.StepOf(key, code, clock.GetUtcNow()) is { } step
        && await db.Accounts.Where(a => a.Id == account.Id && a.LastCodeStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step), ct) == 1;

    /// <summary>Checks a recovery code; it is right once.</summary>
    public async Task<bool> UseRecoveryCodeAsync(Account account, string code, CancellationToken ct)
    {
        var hash = HashOf(code);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id && c.Hash == hash).ExecuteDeleteAsync(ct) != 1) return false;
        acts.Add(db, new("account.recovery-code-used", "used a recovery code") { By = account.Name, Account = account.Id, Subject = account.Subject });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Recovered(log, account.Id);
        return true;
    }

    private async Task<IReadOnlyList<string>> ChangeAsync(Account account, Guid? session, bool withCodes, CancellationToken ct)
    {
        string[] codes = withCodes ? [.. Enumerable.Range(0, Codes).Select(_ => Make())] : [];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        account.Version++;
        await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(ct);
        foreach (var code in codes) db.Add(new RecoveryCode { AccountId = account.Id, Hash = HashOf(code) });
        await db.EndSessionsAsync(account.Id, session, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    // Sixteen letters of thirty-one: 79 bits, so that their hash gives nothing away.
    private static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    private static string HashOf(string code) => Secret.HashOf(string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)));

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} turned two-step sign-in on; its other sessions have ended")]
    private static partial void TurnedOn(ILogger log, Guid account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} turned two-step sign-in off; its other sessions have ended")]
    private static partial void TurnedOff(ILogger log, Guid account);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} made new recovery codes")]
    private static partial void Renewed(ILogger log, Guid account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} used a recovery code")]
    private static partial void Recovered(ILogger log, Guid account);
}
