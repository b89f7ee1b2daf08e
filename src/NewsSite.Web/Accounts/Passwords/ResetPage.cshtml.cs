using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Passwords;

/// <summary>Where the link of a password mail leads.</summary>
[Open("Who has lost the password cannot sign in; the link is the proof.")]
internal sealed class ResetPage(PasswordReset reset, AccountBook book, AddressLimits limits) : OpenPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whose password it is; null when the link is no good.</summary>
    public Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Account is not { } account) return Page();
        Check(nameof(Password), await book.FaultOfPasswordAsync(account, Password));
        if (!ModelState.IsValid) return Page();
        if (!await reset.UseAsync(Token!, account, Password!, ct))
        {
            Account = null;
            return Page();
        }
        Done = "Your new password is set, and you are signed out everywhere. Sign in with it.";
        return Redirect(Doors.SignIn);
    }

    private async Task FindAsync(CancellationToken ct)
    {
        if (limits.Take("link", HttpContext, 60, SignInTries.Time)) Account = await reset.FindAsync(Token, ct);
        if (Account is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
