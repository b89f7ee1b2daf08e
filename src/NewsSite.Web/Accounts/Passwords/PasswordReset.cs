using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Passwords;

/// <summary>New passwords for those who have lost theirs, by an address that works once within an hour.</summary>
internal sealed partial class PasswordReset(NewsDb db, AccountBook book, SiteFacts site, Outbox outbox, IActs acts, TimeProvider clock, ILogger<PasswordReset> log)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Sends somebody an address at which to choose a new password; does nothing when nobody has this e-mail address.</summary>
    public async Task SendAsync(string email, CancellationToken ct)
    {
        var normalized = book.NormalizeEmail(email);
        if (await db.Accounts.Open().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, ct) is { } account)
        {
            await SendAsync(account, ct);
            return;
        }
        acts.Add(db, new("account.reset-refused", "asked for a new password with an e-mail address that opens no account"));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sends an account's owner an address at which to choose a new password.</summary>
    public async Task SendAsync(Account account, CancellationToken ct)
    {
        var address = await AddAsync(account, ct);
        outbox.Add(db, new(account.Email, $"A new password for {site.Name}", $"""
            Hello {account.Name},

            somebody, probably you, asked for a new password for the newsroom of {site.Name}.
            Choose it here, within an hour; the address works once:

            {address}

            If it was not you, do nothing: the password stays as it is.
            """) { ToName = account.Name });
        acts.Add(db, new("account.reset-sent", $"had a link for a new password sent to {account.Name}") { Subject = account.Subject });
        await db.SaveChangesAsync(ct);
        outbox.Wake();
        Sent(log, account.Id);
    }

    /// <summary>An address at which the account's password can be chosen once.</summary>
    public async Task<string> MakeAddressAsync(Account account, string by, CancellationToken ct)
    {
        var address = await AddAsync(account, ct);
        acts.Add(db, new("account.reset-made", $"made a link for a new password of {account.Name}") { By = by, Subject = account.Subject });
        await db.SaveChangesAsync(ct);
        return address;
    }

    /// <summary>The account whose password the address opens; null when the address is unknown, used, or too old.</summary>
    public async Task<Account?> FindAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (Secret.HashOf(token ?? ""), clock.GetUtcNow());
        return await (from o in db.Set<OneTimeAddress>()
                      join a in db.Accounts.Open() on o.AccountId equals a.Id
                      where o.TokenHash == hash && o.ExpiresAt > now
                      select a).FirstOrDefaultAsync(ct);
    }

    /// <summary>Sets a password that has been found good, ends every session and every other such address.</summary>
    /// <returns>False when somebody else has used the address meanwhile.</returns>
    public async Task<bool> UseAsync(string token, Account account, string password, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<OneTimeAddress>().Where(a => a.TokenHash == hash).ExecuteDeleteAsync(ct) == 0) return false;
        await db.Set<OneTimeAddress>().Where(a => a.AccountId == account.Id).ExecuteDeleteAsync(ct);
        book.SetPassword(account, password);
        account.Version++;
        await db.EndSessionsAsync(account.Id, null, ct);
        acts.Add(db, new("account.password-reset", "chose a new password by a link and was signed out everywhere") { By = account.Name, Account = account.Id, Subject = account.Subject });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Used(log, account.Id);
        return true;
    }

    private async Task<string> AddAsync(Account account, CancellationToken ct)
    {
        var (token, now) = (Secret.Make(), clock.GetUtcNow());
        await db.Set<OneTimeAddress>().Where(a => a.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        db.Add(new OneTimeAddress { TokenHash = Secret.HashOf(token), AccountId = account.Id, ExpiresAt = now + Life });
        return site.Address($"/newsroom/reset?token={token}");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A password reset was sent to account {Account}")]
    private static partial void Sent(ILogger log, Guid account);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} has a new password by reset; its sessions have ended")]
    private static partial void Used(ILogger log, Guid account);
}

/// <summary>
/// Takes requests for new passwords from the page, which answers at once: whether somebody has the e-mail address is looked up only afterwards,
/// so neither the answer nor the time it takes can tell.
/// </summary>
internal sealed partial class ResetRequests(IServiceScopeFactory scopes, ILogger<ResetRequests> log) : BackgroundService
{
    private readonly Channel<string> _emails = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(string email) => _emails.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var email in _emails.Reader.ReadAllAsync(stoppingToken)) await TrySendAsync(email, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would log this as a failure.
        }
    }

    private async Task TrySendAsync(string email, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PasswordReset>().SendAsync(email, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A password reset could not be sent")]
    private static partial void Failed(ILogger log, Exception e);
}
