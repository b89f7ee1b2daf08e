using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Invitations;

/// <summary>Where the link of an invitation leads.</summary>
[Open("Who is invited has no account yet; the link is the proof.")]
internal sealed class InvitationPage(Invite invite, AccountBook book, SignIn signIn, AddressLimits limits, CurrentAccount who) : OpenPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The invitation; null when the link is no good.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>Name of somebody else who is signed in here; null for nobody.</summary>
    public string? SomebodyElse => who.IsSignedIn ? who.Name : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        Name = Invitation?.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Invitation is not { } invitation || SomebodyElse is not null) return Page();
        var name = (Name ?? "").Trim();
        Check(nameof(Name), AccountBook.FaultOfName(name));
        var account = book.Draft(invitation.Email, name, invitation.Role);
        Check(nameof(Password), await book.FaultOfPasswordAsync(account, Password));
        if (!ModelState.IsValid) return Page();
        if (await invite.AcceptAsync(invitation, account, Password!, ct) is null)
        {
            Invitation = null;
            return Page();
        }
        await signIn.LetInAsync(account, isKept: false, "invitation", ct);
        Done = $"Welcome, {name}. Your account is made and you are signed in.";
        return Redirect("/newsroom/account");
    }

    private async Task FindAsync(CancellationToken ct)
    {
        if (limits.Take("link", HttpContext, 60, SignInTries.Time)) Invitation = await invite.FindAsync(Token, ct);
        if (Invitation is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
