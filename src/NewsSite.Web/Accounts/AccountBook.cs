using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>The framework's way to accounts: it hashes and checks passwords, and keeps passkeys.</summary>
internal sealed class AccountBook(
    AccountStore store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> users, IEnumerable<IPasswordValidator<Account>> passwords,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Account>> log, NewsDb db, TimeProvider clock)
    : UserManager<Account>(store, options, hasher, users, passwords, normalizer, errors, services, log)
{
    public const int LongestName = 80;

    private const long ChangeLock = 0x4163636F756E7473; // "Accounts"

    /// <summary>What is wrong with an e-mail address; null when it will do.</summary>
    public static string? FaultOfEmail(string? email) => email switch
    {
        null or "" => "Give an e-mail address.",
        { Length: > 254 } => "This is longer than an e-mail address can be.",
        _ when !MailAddress.TryCreate(email, out var address) || address.Address != email => "This is no e-mail address. One looks like ada@example.org.",
        _ => null,
    };

    /// <summary>What is wrong with a person's name; null when it will do.</summary>
    public static string? FaultOfName(string? name) => name switch
    {
        null or "" => "Give a name; colleagues will see it.",
        { Length: > LongestName } => $"A name has at most {LongestName} characters.",
        _ when name.Any(char.IsControl) => "A name is one line.",
        _ => null,
    };

    /// <summary>An account that is not kept yet.</summary>
    public Account Draft(string email, string name, Role role)
    {
        var now = clock.GetUtcNow();
        return new() { Id = Guid.CreateVersion7(now), Email = email, NormalizedEmail = NormalizeEmail(email), Name = name, Role = role, MadeAt = now };
    }

    /// <summary>What is wrong with a password for this account; null when it will do.</summary>
    public async Task<string?> FaultOfPasswordAsync(Account account, string? password)
    {
        foreach (var validator in PasswordValidators)
            if ((await validator.ValidateAsync(this, account, password)).Errors.FirstOrDefault() is { } error) return error.Description;
        return null;
    }

    /// <summary>Gives the account a password that has been found good.</summary>
    public void SetPassword(Account account, string password) => account.PasswordHash = PasswordHasher.HashPassword(account, password);

    /// <summary>Whether there is any account.</summary>
    public Task<bool> AnyAsync(CancellationToken ct) => db.Accounts.AnyAsync(ct);

    /// <summary>Does something to accounts alone: nobody else changes one until the work has been committed.</summary>
    /// <returns>What the work returned: a fault, and then nothing is kept, or null.</returns>
    public async Task<string?> AloneAsync(Func<Task<string?>> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct); // on SQLite there is one writer at a time
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChangeLock})", ct);
        if (await work() is { } fault) return fault;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
