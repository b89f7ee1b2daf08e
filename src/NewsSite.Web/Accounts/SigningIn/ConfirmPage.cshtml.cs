using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>Asks somebody who signed in a while ago for the password again, before what protects an account is changed.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed class ConfirmPage(CurrentAccount who, NewsDb db, AccountBook book, SignInTries tries, IActs acts, TimeProvider clock) : AccountPage(who, db, clock)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (account, now) = (await MineAsync(ct), _clock.GetUtcNow());
        var key = SignInTries.KeyOf(account.NormalizedEmail);
        var isRight = await tries.TakeAsync(key, SignInTries.MostPasswords, ct)
            && book.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash ?? "", Password ?? "") is not PasswordVerificationResult.Failed;
        if (!isRight)
        {
            acts.Add(Db, new("account.proof-refused", "gave a wrong password when asked for it again"));
            await Db.SaveChangesAsync(ct);
            Check(nameof(Password), "This is not your password, or there have been too many tries.");
            return Page();
        }
        await tries.ForgetAsync(key, ct);
        await using var transaction = await Db.Database.BeginTransactionAsync(ct);
        acts.Add(Db, new("account.proved", "gave the password again, to change what protects accounts"));
        await Db.SaveChangesAsync(ct);
        await Db.Sessions.Where(s => s.Id == Current.Session).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now), ct);
        await transaction.CommitAsync(ct);
        return GoOn(ReturnUrl ?? "/newsroom/account");
    }
}
