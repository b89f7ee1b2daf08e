using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>How a try to sign in ended.</summary>
public enum SignInOutcome
{
    /// <summary>E-mail address and password, or the code, are wrong, or there have been too many tries. Which of them is not told.</summary>
    Refused,

    /// <summary>The network address has tried too much.</summary>
    TooMany,

    /// <summary>The first step took too long ago; it has to be made again.</summary>
    StartAgain,

    /// <summary>The password is right, and a code is wanted.</summary>
    CodeWanted,

    /// <summary>Signed in.</summary>
    Done,
}

/// <summary>Lets people in: by password and code, or by passkey.</summary>
internal sealed partial class SignIn(
    NewsDb db, AccountBook book, SignInManager<Account> passkeys, SignInTries tries, TwoSteps twoSteps, AddressLimits limits, IActs acts, IHttpContextAccessor accessor, TimeProvider clock, ILogger<SignIn> log)
{
    /// <summary>The scheme of the cookie that says whose password was right, until the code.</summary>
    public const string SecondStep = "SecondStep";

    private const int MostCodes = 6, MostFromOneAddress = 60;
    private const string AsOf = "version";
    private static readonly Account Nobody = new() { Id = Guid.Empty, Email = "", Name = "", Role = default, MadeAt = default };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Secret.Make()));

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The first step.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="isKept">Whether to stay signed in on this device.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<SignInOutcome> ByPasswordAsync(string email, string password, bool isKept, CancellationToken ct)
    {
        if (!limits.Take("password", Http, MostFromOneAddress, SignInTries.Time)) return SignInOutcome.TooMany;
        var normalized = book.NormalizeEmail(email);
        var key = SignInTries.KeyOf(normalized);
        var count = await tries.CountAsync(key, ct);
        var mayTry = count <= SignInTries.MostPasswords;
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        // Hashing takes by far the most time: it is done for unknown and locked-out addresses too.
        var check = book.PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash.Value, password);
        if (!mayTry || account is not { PasswordHash: not null, DisabledAt: null } || check is PasswordVerificationResult.Failed)
        {
            await RefuseAsync(account, mayTry ? account?.DisabledAt is null ? "wrong password" : "the account is closed" : "too many tries", count > SignInTries.MostPasswords + 1, ct);
            return SignInOutcome.Refused;
        }
        await tries.ForgetAsync(key, ct);
        if (check is PasswordVerificationResult.SuccessRehashNeeded) book.SetPassword(account, password);
        if (!account.HasTwoSteps) return await LetInAsync(account, isKept, "password", ct);
        var who = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(AsOf, account.Version.ToString(CultureInfo.InvariantCulture))], SecondStep);
        await Http.SignInAsync(SecondStep, new(who), new() { IsPersistent = false, Items = { ["kept"] = isKept.ToString() } });
        return SignInOutcome.CodeWanted;
    }

    /// <summary>Whether a code is wanted from this browser.</summary>
    public async Task<bool> IsCodeWantedAsync(CancellationToken ct) => await HalfWayAsync(ct) is not null;

    /// <summary>The second step.</summary>
    /// <param name="code">As typed.</param>
    /// <param name="isRecovery">Whether it is a recovery code, rather than the app's.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<SignInOutcome> ByCodeAsync(string code, bool isRecovery, CancellationToken ct)
    {
        if (await HalfWayAsync(ct) is not var (account, isKept)) return SignInOutcome.StartAgain;
        if (!limits.Take("code", Http, MostFromOneAddress, SignInTries.Time)) return SignInOutcome.TooMany;
        var key = SignInTries.KeyOf(account.Id);
        var count = await tries.CountAsync(key, ct);
        if (count > MostCodes || !(isRecovery ? await twoSteps.UseRecoveryCodeAsync(account, code, ct) : await twoSteps.UseCodeAsync(account, code, ct)))
        {
            await RefuseAsync(account, count > MostCodes ? "too many tries" : isRecovery ? "wrong recovery code" : "wrong code", count > MostCodes + 1, ct);
            return SignInOutcome.Refused;
        }
        await tries.ForgetAsync(key, ct);
        await Http.SignOutAsync(SecondStep);
        return await LetInAsync(account, isKept, isRecovery ? "password and recovery code" : "password and code", ct);
    }

    /// <summary>Both steps at once: the device has the key and asks who is holding it.</summary>
    /// <param name="credential">The browser's answer, JSON.</param>
    /// <param name="isKept">Whether to stay signed in on this device.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<SignInOutcome> ByPasskeyAsync(string credential, bool isKept, CancellationToken ct)
    {
        if (!limits.Take("passkey", Http, MostFromOneAddress, SignInTries.Time)) return SignInOutcome.TooMany;
        if (await AssertAsync(credential) is not { Succeeded: true } known)
        {
            await RefuseAsync(null, "unknown passkey", isSaidAlready: false, ct);
            return SignInOutcome.Refused;
        }
        if (known.User.DisabledAt is not null)
        {
            await RefuseAsync(known.User, "the account is closed", isSaidAlready: false, ct);
            return SignInOutcome.Refused;
        }
        await book.AddOrUpdatePasskeyAsync(known.User, known.Passkey);
        return await LetInAsync(known.User, isKept, "passkey", ct);
    }

    /// <summary>Signs somebody in who has just proved who they are.</summary>
    public async Task<SignInOutcome> LetInAsync(Account account, bool isKept, string means, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        account.SignedInAt = now;
        acts.Add(db, new("account.signed-in", $"signed in by {means}") { By = account.Name, Account = account.Id, Subject = account.Subject });
        await db.SaveChangesAsync(ct);
        var who = Who.Of(account.Id, account.Name, account.Role, Guid.Empty, now);
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, who, new() { IsPersistent = isKept, ExpiresUtc = now + SessionStore.LifeOf(isKept) });
        In(log, account.Id, means);
        return SignInOutcome.Done;
    }

    // Of an address that nobody signs in with only that it was tried is kept: it may be a slip of somebody's, or a password. A lock-out is said once.
    private async Task RefuseAsync(Account? account, string why, bool isSaidAlready, CancellationToken ct)
    {
        if (account is not null) Refused(log, account.Id, why);
        if (isSaidAlready) return;
        db.ChangeTracker.Clear();
        acts.Add(db, account is null
            ? new("account.refused", why == "unknown passkey" ? "was refused at sign-in: no account here has this passkey" : "was refused at sign-in: no account has this e-mail address")
            : new(why == "too many tries" ? "account.locked-out" : "account.refused", $"was refused at sign-in: {why}") { By = account.Name, Account = account.Id, Subject = account.Subject });
        await db.SaveChangesAsync(ct);
    }

    private async Task<PasskeyAssertionResult<Account>?> AssertAsync(string credential)
    {
        try
        {
            return await passkeys.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // nothing was asked of this browser, or too long ago
        }
    }

    private async Task<(Account Account, bool IsKept)?> HalfWayAsync(CancellationToken ct)
    {
        var result = await Http.AuthenticateAsync(SecondStep);
        if (!result.Succeeded) return null;
        var (id, version) = (Who.IdOf(result.Principal), int.Parse(result.Principal.FindFirstValue(AsOf)!, CultureInfo.InvariantCulture));
        var account = await db.Accounts.Open().FirstOrDefaultAsync(a => a.Id == id && a.Version == version && a.CodeKey != null, ct);
        return account is null ? null : (account, result.Properties.Items.TryGetValue("kept", out var kept) && bool.Parse(kept!));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} signed in by {Means}")]
    private static partial void In(ILogger log, Guid account, string means);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} was refused at sign-in: {Why}")]
    private static partial void Refused(ILogger log, Guid account, string why);
}
