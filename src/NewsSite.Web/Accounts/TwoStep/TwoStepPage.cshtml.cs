using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.TwoStep;

/// <summary>Where people turn two-step sign-in on and off, and get recovery codes.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed class TwoStepPage(CurrentAccount who, NewsDb db, TwoSteps twoSteps, SignInTries tries, SiteFacts site, IDataProtectionProvider protection, TimeProvider clock) : AccountPage(who, db, clock)
{
    private IDataProtector Protector => protection.CreateProtector("two-step set-up", Current.Id.ToString());

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The app's new key, sealed: it is kept nowhere until a code has shown that the app has it.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    /// <summary>The new key for typing, in groups of four; null when two-step sign-in is on.</summary>
    public string? Key { get; private set; }

    /// <summary>The same as a picture.</summary>
    public QrPicture? Picture { get; private set; }

    /// <summary>Recovery codes to be shown, this once; null when there are none to show.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public int CodesLeft { get; private set; }

    public Account Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        await ShowAsync(null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        var account = await MineAsync(ct);
        if (account.HasTwoSteps || Unseal() is not { } key) return Redirect(Request.Path);
        if (!await tries.TakeAsync(SignInTries.KeyOf(account.Id), 20, ct) || await twoSteps.TurnOnAsync(account, key, Code ?? "", Current.Session, ct) is not { } codes)
        {
            Check(nameof(Code), "This is not the code that the app should show now. Is the clock of the phone right? Try the next code.");
            await ShowAsync(key, ct);
            return Page();
        }
        await ShowCodesAsync(codes, "Two-step sign-in is on. You are signed out on every other device.", ct);
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        var account = await MineAsync(ct);
        if (!account.HasTwoSteps) return Redirect(Request.Path);
        await ShowCodesAsync(await twoSteps.RenewCodesAsync(account, Current.Session, ct), "You have new recovery codes; the earlier ones no longer work.", ct);
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        await twoSteps.TurnOffAsync(await MineAsync(ct), Current.Session, ct);
        return DoneAt("/newsroom/account", "Two-step sign-in is off. You are signed out on every other device.");
    }

    /// <summary>The codes on the page as a file.</summary>
    public IActionResult OnPostDownload(string[] codes) =>
        File(System.Text.Encoding.UTF8.GetBytes($"Recovery codes for the newsroom of {site.Name}, each good once\n\n{string.Join('\n', codes.Take(10).Select(c => c[..Math.Min(c.Length, 40)]))}\n"), "text/plain; charset=utf-8", "recovery-codes.txt");

    private async Task ShowAsync(string? key, CancellationToken ct)
    {
        Account = await MineAsync(ct);
        CodesLeft = await twoSteps.CodesLeftAsync(Account.Id, ct);
        if (Account.HasTwoSteps) return;
        key ??= TimeCodes.MakeKey();
        Sealed = Protector.Protect(key);
        ModelState.Remove(nameof(Sealed));
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        Picture = QrPicture.Of(TimeCodes.AddressOf(key, site.Name, Account.Email));
    }

    private async Task ShowCodesAsync(IReadOnlyList<string> codes, string done, CancellationToken ct)
    {
        await ShowAsync(null, ct);
        Codes = codes;
        Done = done;
    }

    private string? Unseal()
    {
        try
        {
            return Sealed is null ? null : Protector.Unprotect(Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
