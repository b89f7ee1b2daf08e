using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Administration;

/// <summary>Everybody who has an account, and everybody who has been asked to join.</summary>
[Needs(Permission.ManageAccounts)]
internal sealed class AccountsPage(CurrentAccount who, NewsDb db, Invite invite, TimeProvider clock) : AccountPage(who, db, clock)
{
    private readonly TimeProvider _clock = clock;

    public IReadOnlyList<Account> All { get; private set; } = [];

    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    public bool HasEnded(Invitation invitation) => invitation.ExpiresAt <= _clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        All = await Db.Accounts.AsNoTracking().OrderBy(a => a.DisabledAt != null).ThenBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
        Invited = await Db.Invitations.AsNoTracking().OrderByDescending(i => i.SentAt).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct) =>
        AskForProof() ?? DoneAt(Request.Path, await invite.SendAgainAsync(id, Current.Name, ct) is { } sent
            ? $"The invitation is on its way to {sent.Email} again, for another seven days. The link of the earlier mail no longer works."
            : "That invitation has been used or taken back meanwhile.");

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct) =>
        DoneAt(Request.Path, await invite.RevokeAsync(id, ct) ? "The invitation is taken back; its link no longer works." : "That invitation has been used or taken back meanwhile.");
}
