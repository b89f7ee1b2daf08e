using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Passwords;

/// <summary>Where somebody who has lost the password asks for a new one. The answer is the same for everybody.</summary>
[Open("Who has lost the password cannot sign in.")]
internal sealed class ForgotPage(ResetRequests requests, AddressLimits limits) : OpenPage
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether the mail, if any, is on its way.</summary>
    public bool IsSent { get; private set; }

    public IActionResult OnPost()
    {
        Check(nameof(Email), AccountBook.FaultOfEmail(Email?.Trim()));
        if (!ModelState.IsValid) return Page();
        if (!limits.Take("forgot", HttpContext, 10, TimeSpan.FromHours(1)))
        {
            Problem = "There have been too many requests from your network. Try again in an hour, or ask an administrator.";
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        requests.Add(Email!.Trim());
        IsSent = true;
        return Page();
    }
}
