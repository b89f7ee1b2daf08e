using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Mail;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Invitations;

/// <summary>Asks people to join, by mail, with an address that works once within seven days.</summary>
internal sealed partial class Invite(NewsDb db, AccountBook book, SiteFacts site, Outbox outbox, IActs acts, TimeProvider clock, ILogger<Invite> log)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>Invites somebody.</summary>
    /// <returns>What is wrong with the e-mail address; null when the invitation is on its way.</returns>
    public async Task<string?> SendAsync(string email, string name, Role role, string by, CancellationToken ct)
    {
        var (normalized, now) = (book.NormalizeEmail(email), clock.GetUtcNow());
        var fault = await book.AloneAsync(async () =>
        {
            if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalized, ct)) return "Somebody with this e-mail address has an account already.";
            if (await db.Invitations.AnyAsync(i => i.NormalizedEmail == normalized, ct)) return "This e-mail address has been invited already. Send that invitation again instead.";
            var (token, id) = (Secret.Make(), Guid.CreateVersion7(now));
            db.Add(new Invitation { Id = id, Email = email, NormalizedEmail = normalized, Name = name, Role = role, TokenHash = Secret.HashOf(token), By = by, SentAt = now, ExpiresAt = now + Life });
            outbox.Add(db, LetterOf(email, name, role, by, token));
            acts.Add(db, new("account.invited", $"invited {name} as {role.Spoken}") { Subject = $"invitations/{id}" });
            Invited(log, id, role);
            return null;
        }, ct);
        outbox.Wake();
        return fault;
    }

    /// <summary>Sends an invitation again, for another seven days; the address of the earlier mail no longer works.</summary>
    /// <returns>The invitation; null when there is none any more.</returns>
    public async Task<Invitation?> SendAgainAsync(Guid id, string by, CancellationToken ct)
    {
        if (await db.Invitations.FirstOrDefaultAsync(i => i.Id == id, ct) is not { } invitation) return null;
        var (token, now) = (Secret.Make(), clock.GetUtcNow());
        (invitation.TokenHash, invitation.By, invitation.SentAt, invitation.ExpiresAt) = (Secret.HashOf(token), by, now, now + Life);
        outbox.Add(db, LetterOf(invitation.Email, invitation.Name, invitation.Role, by, token));
        acts.Add(db, new("account.invited-again", $"invited {invitation.Name} as {invitation.Role.Spoken} once more") { Subject = $"invitations/{id}" });
        await db.SaveChangesAsync(ct);
        outbox.Wake();
        Invited(log, id, invitation.Role);
        return invitation;
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var name = await db.Invitations.Where(i => i.Id == id).Select(i => i.Name).FirstOrDefaultAsync(ct);
        if (await db.Invitations.Where(i => i.Id == id).ExecuteDeleteAsync(ct) == 0) return false;
        acts.Add(db, new("account.invitation-taken-back", $"took the invitation of {name} back") { Subject = $"invitations/{id}" });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Revoked(log, id);
        return true;
    }

    /// <summary>The invitation that an address belongs to; null when the address is unknown, used, or too old.</summary>
    public Task<Invitation?> FindAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (Secret.HashOf(token ?? ""), clock.GetUtcNow());
        return db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash && i.ExpiresAt > now, ct);
    }

    /// <summary>Makes the account of somebody who was invited.</summary>
    /// <returns>The account; null when the invitation has been used or taken back meanwhile.</returns>
    public async Task<Account?> AcceptAsync(Invitation invitation, Account account, string password, CancellationToken ct)
    {
        var fault = await book.AloneAsync(async () =>
        {
            if (await db.Invitations.Where(i => i.Id == invitation.Id && i.TokenHash == invitation.TokenHash).ExecuteDeleteAsync(ct) == 0) return "used";
            if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == account.NormalizedEmail, ct)) return "has an account";
            book.SetPassword(account, password);
            db.Add(account);
            acts.Add(db, new("account.joined", $"joined as {account.Role.Spoken}, invited by {invitation.By}") { By = account.Name, Account = account.Id, Subject = account.Subject });
            return null;
        }, ct);
        if (fault is not null) return null;
        Accepted(log, account.Id, account.Role);
        return account;
    }

    private Letter LetterOf(string email, string name, Role role, string by, string token) => new(email, $"Join the newsroom of {site.Name}", $"""
        Hello {name},

        {by} invites you to the newsroom of {site.Name}, as {role.Spoken}.
        Choose a password here within seven days; the address works once:

        {site.Address($"/newsroom/invitation?token={token}")}

        If you did not expect this, do nothing.
        """) { ToName = name };

    [LoggerMessage(Level = LogLevel.Information, Message = "Invitation {Invitation} was sent, for the role {Role}")]
    private static partial void Invited(ILogger log, Guid invitation, Role role);

    [LoggerMessage(Level = LogLevel.Information, Message = "Invitation {Invitation} was taken back")]
    private static partial void Revoked(ILogger log, Guid invitation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} was made from an invitation, with the role {Role}")]
    private static partial void Accepted(ILogger log, Guid account, Role role);
}

/// <summary>Tables of invitations.</summary>
internal static class InvitationTables
{
    extension(NewsDb db)
    {
        public IQueryable<Invitation> Invitations => db.Set<Invitation>();
    }
}
