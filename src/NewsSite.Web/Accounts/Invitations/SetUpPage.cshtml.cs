using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Invitations;

/// <summary>Where the first account is made, by whoever can read the console.</summary>
[Open("There is no account yet; the address on the console is the proof.")]
internal sealed class SetUpPage(SetUp setUp, AccountBook book, SignIn signIn, AddressLimits limits) : OpenPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whether the address is good.</summary>
    public bool IsGood { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        if (!IsGood) return Page();
        var (name, email) = ((Name ?? "").Trim(), (Email ?? "").Trim());
        Check(nameof(Name), AccountBook.FaultOfName(name));
        Check(nameof(Email), AccountBook.FaultOfEmail(email));
        var account = book.Draft(email, name, Role.Administrator);
        Check(nameof(Password), await book.FaultOfPasswordAsync(account, Password));
        if (!ModelState.IsValid) return Page();
        if (!await setUp.UseAsync(Token!, account, Password!, ct))
        {
            IsGood = false;
            return Page();
        }
        await signIn.LetInAsync(account, isKept: false, "set-up", ct);
        Done = $"Welcome, {name}. Your account is made and you are signed in. Turn two-step sign-in on or add a passkey here; colleagues are invited under “Accounts”.";
        return Redirect("/newsroom/account");
    }

    private async Task LookAsync(CancellationToken ct)
    {
        IsGood = limits.Take("link", HttpContext, 60, SignInTries.Time) && await setUp.IsGoodAsync(Token, ct);
        if (!IsGood) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
