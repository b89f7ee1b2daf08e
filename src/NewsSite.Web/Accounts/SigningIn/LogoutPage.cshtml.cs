using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>Ends the session of this device.</summary>
[Needs(Permission.UseNewsroom)]
public sealed class LogoutPage(ICurrentAccount who) : NewsroomPage
{
    /// <summary>Who is signed in.</summary>
    public string Name => who.Name;

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Done = "You are signed out.";
        return Redirect(Doors.SignIn);
    }
}
