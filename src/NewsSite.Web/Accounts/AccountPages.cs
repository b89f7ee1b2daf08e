using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>A page with a form for somebody who is not signed in.</summary>
internal abstract class OpenPage : NewsroomPage
{
    /// <summary>What went wrong as a whole, rather than in one field; null for nothing.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Says what is wrong with a field; nothing for null.</summary>
    protected void Check(string field, string? fault)
    {
        if (fault is not null) ModelState.AddModelError(field, fault);
    }

    /// <summary>Where somebody goes who came from a page that is closed; never to another site.</summary>
    protected IActionResult GoOn(string? returnUrl) => Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/newsroom");
}

/// <summary>A page on which somebody changes what protects accounts.</summary>
internal abstract class AccountPage(CurrentAccount who, NewsDb db, TimeProvider clock) : OpenPage
{
    /// <summary>For how long a password or passkey proves who is at the keyboard.</summary>
    public static readonly TimeSpan ProofLife = TimeSpan.FromMinutes(30);

    /// <summary>Who is signed in.</summary>
    public CurrentAccount Current => who;

    protected NewsDb Db => db;

    /// <summary>Sends somebody who last proved who they are too long ago to do it again; null when they need not. A browser left open must not be enough to take an account over.</summary>
    protected IActionResult? AskForProof() =>
        clock.GetUtcNow() - Current.ProvedAt <= ProofLife ? null : Redirect($"/newsroom/account/confirm?returnUrl={Uri.EscapeDataString(Request.Path)}");

    /// <summary>The account of who is signed in.</summary>
    protected Task<Account> MineAsync(CancellationToken ct) => db.Accounts.FirstAsync(a => a.Id == Current.Id, ct);

    /// <summary>Says at the top of a page what has been done.</summary>
    protected IActionResult DoneAt(string path, string done)
    {
        Done = done;
        return Redirect(path);
    }
}
