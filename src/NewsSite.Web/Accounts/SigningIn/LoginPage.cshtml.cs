using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>Where people sign in, with a password or a passkey.</summary>
[Open("Nobody is signed in before.")]
internal sealed class LoginPage(SignIn signIn, CurrentAccount who) : OpenPage
{
    /// <summary>What is said of every refusal, whatever its reason.</summary>
    public const string Refusal = "E-mail address and password do not go together. After ten tries an address is closed for a quarter of an hour.";

    public const string TooMany = "There have been too many tries from your network. Try again in a quarter of an hour.";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Keep { get; set; }

    /// <summary>The browser's answer to the question for a passkey.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => who.IsSignedIn ? GoOn(ReturnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (who.IsSignedIn) return GoOn(ReturnUrl);
        if (string.IsNullOrWhiteSpace(Email)) Check(nameof(Email), "Give your e-mail address.");
        if (string.IsNullOrEmpty(Password)) Check(nameof(Password), "Give your password.");
        return ModelState.IsValid ? Answer(await signIn.ByPasswordAsync(Email!.Trim(), Password!, Keep, ct), Refusal) : Page();
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        if (who.IsSignedIn) return GoOn(ReturnUrl);
        return Answer(await signIn.ByPasskeyAsync(Credential ?? "", Keep, ct), "This passkey does not open an account here. Sign in with your password, or try another passkey.");
    }

    private IActionResult Answer(SignInOutcome outcome, string refusal)
    {
        if (outcome is SignInOutcome.Done) return GoOn(ReturnUrl);
        if (outcome is SignInOutcome.CodeWanted) return Redirect($"/newsroom/login/code{(ReturnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(ReturnUrl)}")}");
        Problem = outcome is SignInOutcome.TooMany ? TooMany : refusal;
        if (outcome is SignInOutcome.TooMany) Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }
}
