using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.SigningIn;

/// <summary>Ends the session of this device.</summary>
[Needs(Permission.UseNewsroom)]
public sealed class LogoutPage(ICurrentAccount who, NewsDb db, IActs acts) : NewsroomPage
{
    /// <summary>Who is signed in.</summary>
    public string Name => who.Name;

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        acts.Add(db, new("account.signed-out", "signed out"));
        await db.SaveChangesAsync(ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Done = "You are signed out.";
        return Redirect(Doors.SignIn);
    }
}
