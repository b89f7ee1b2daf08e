using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Passwords;

/// <summary>Where people change their own password.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed partial class ChangePasswordPage(CurrentAccount who, NewsDb db, AccountBook book, SignInTries tries, IActs acts, TimeProvider clock, ILogger<ChangePasswordPage> log) : AccountPage(who, db, clock)
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    /// <summary>For the program that keeps passwords.</summary>
    public string Email { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct) => Email = (await MineAsync(ct)).Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await MineAsync(ct);
        Email = account.Email;
        Check(nameof(NewPassword), await book.FaultOfPasswordAsync(account, NewPassword));
        var key = SignInTries.KeyOf(account.NormalizedEmail);
        if (!await tries.TakeAsync(key, SignInTries.MostPasswords, ct) || book.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash ?? "", Password ?? "") is PasswordVerificationResult.Failed)
        {
            Check(nameof(Password), "This is not your password, or there have been too many tries.");
            acts.Add(Db, new("account.proof-refused", "gave a wrong password when changing it"));
            await Db.SaveChangesAsync(ct);
        }
        if (!ModelState.IsValid) return Page();
        await tries.ForgetAsync(key, ct);
        await using var transaction = await Db.Database.BeginTransactionAsync(ct);
        book.SetPassword(account, NewPassword!);
        account.Version++;
        var ended = await Db.EndSessionsAsync(account.Id, Current.Session, ct);
        acts.Add(Db, new("account.password-changed", $"changed the password of their account{(ended == 0 ? "" : " and was signed out on every other device")}") { Subject = account.Subject });
        await Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Changed(log, account.Id);
        return DoneAt("/newsroom/account", ended == 0 ? "Your password is changed." : "Your password is changed, and you are signed out on every other device.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} changed its password; its other sessions have ended")]
    private static partial void Changed(ILogger log, Guid account);
}
