using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.Invitations;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Administration;

/// <summary>Where an administrator invites somebody.</summary>
[Needs(Permission.ManageAccounts)]
internal sealed class InvitePage(CurrentAccount who, NewsDb db, Invite invite, TimeProvider clock) : AccountPage(who, db, clock)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    public IActionResult OnGet() => AskForProof() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        var (name, email) = ((Name ?? "").Trim(), (Email ?? "").Trim());
        ModelState.Remove(nameof(Role));
        Check(nameof(Name), AccountBook.FaultOfName(name));
        Check(nameof(Email), AccountBook.FaultOfEmail(email));
        Check(nameof(Role), Role is { } chosen && Enum.IsDefined(chosen) ? null : "Choose a role.");
        if (ModelState.IsValid) Check(nameof(Email), await invite.SendAsync(email, name, Role!.Value, Current.Name, ct));
        return ModelState.IsValid ? DoneAt("/newsroom/accounts", $"The invitation is on its way to {email}. It works once, for seven days.") : Page();
    }
}
