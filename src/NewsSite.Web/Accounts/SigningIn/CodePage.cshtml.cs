using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>The second step of signing in.</summary>
[Open("The password alone does not sign in.")]
internal sealed class CodePage(SignIn signIn) : OpenPage
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether a recovery code is asked for, rather than the app's.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await signIn.IsCodeWantedAsync(ct) ? Page() : Redirect(Doors.SignIn);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await signIn.ByCodeAsync(Code ?? "", Recovery, ct))
        {
            case SignInOutcome.Done:
                if (Recovery) Done = "You are signed in with a recovery code, which is now used up. See under “Your account” how many are left.";
                return GoOn(ReturnUrl);
            case SignInOutcome.StartAgain:
                Done = null;
                return Redirect(Doors.SignIn);
            case SignInOutcome.TooMany:
                Problem = LoginPage.TooMany;
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return Page();
            default:
                Check(nameof(Code), Recovery
                    ? "This is none of your recovery codes, or it has been used. After six tries this is closed for a quarter of an hour."
                    : "This is not the code of this moment, or it has been used. Wait for the next one. After six tries this is closed for a quarter of an hour.");
                return Page();
        }
    }
}
