using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Passwords;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Administration;

/// <summary>One account, as an administrator sees it.</summary>
[Needs(Permission.ManageAccounts)]
internal sealed class AccountDetailsPage(CurrentAccount who, NewsDb db, AccountActs acts, PasswordReset reset, TwoSteps twoSteps, TimeProvider clock) : AccountPage(who, db, clock)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty]
    public Role? Role { get; set; }

    public Account Account { get; private set; } = null!;

    public int Passkeys { get; private set; }

    public int Devices { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Role = Account.Role;
        return Page();
    }

    public Task<IActionResult> OnPostRoleAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        ModelState.Remove(nameof(Role));
        if (Role is not { } role || !Enum.IsDefined(role)) return "Choose a role.";
        return await acts.ChangeRoleAsync(Account, role, Current.Id, ct);
    }, () => $"{Account.Name} is {Account.Role.ToString().ToLowerInvariant()} now, and has to sign in again.", ct);

    public Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => acts.DisableAsync(Account, Current.Id, ct), () => $"{Account.Name}’s account is disabled, and signed out everywhere.", ct);

    public Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => acts.EnableAsync(Account, Current.Id, ct), () => $"{Account.Name} can sign in again.", ct);

    public Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        if (Account.DisabledAt is not null) return "This account is disabled; open it first.";
        await reset.SendAsync(Account, ct);
        return null;
    }, () => $"A link for a new password is on its way to {Account.Email}. It works once, within an hour.", ct);

    public Task<IActionResult> OnPostTwoStepAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        if (!Account.HasTwoSteps) return $"{Account.Name} signs in without a second step already.";
        await twoSteps.TurnOffAsync(Account, null, ct);
        return null;
    }, () => $"{Account.Name} signs in with the password alone until two-step sign-in is on again, and is signed out everywhere.", ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<string?>> act, Func<string> done, CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        if (!await LoadAsync(id, ct)) return NotFound();
        if (await act() is not { } fault) return DoneAt($"/newsroom/accounts/{id}", done());
        Db.ChangeTracker.Clear();
        await LoadAsync(id, ct);
        Problem = fault;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await Db.Accounts.FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account) return false;
        var now = _clock.GetUtcNow();
        Account = account;
        Passkeys = await Db.Passkeys.CountAsync(p => p.AccountId == id, ct);
        Devices = await Db.Sessions.CountAsync(s => s.AccountId == id && s.ExpiresAt > now, ct);
        return true;
    }
}
