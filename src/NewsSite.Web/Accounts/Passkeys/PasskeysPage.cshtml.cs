using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Passkeys;

/// <summary>Where people add, name and remove their passkeys.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed partial class PasskeysPage(CurrentAccount who, NewsDb db, AccountBook book, SignInManager<Account> signIn, IActs acts, TimeProvider clock, ILogger<PasskeysPage> log) : AccountPage(who, db, clock)
{
    private const int LongestName = 60, Most = 20;

    [BindProperty]
    public string? PasskeyName { get; set; }

    /// <summary>The browser's answer, JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public IReadOnlyList<Passkey> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        await ShowAsync(ct);
        PasskeyName ??= Devices.NameOf(Request.Headers.UserAgent.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        await ShowAsync(ct);
        var name = (PasskeyName ?? "").Trim();
        Check(nameof(PasskeyName), name.Length is 0 or > LongestName ? $"Give it a name of at most {LongestName} characters, such as that of the device." : null);
        if (All.Count >= Most) Problem = $"You have {Most} passkeys; remove one first.";
        if (!ModelState.IsValid || Problem is not null) return Page();
        if (await AttestAsync() is not { Succeeded: true } made)
        {
            Problem = "The device made no passkey that works here. Try again.";
            return Page();
        }
        made.Passkey.Name = name;
        acts.Add(Db, new("account.passkey-added", $"added the passkey “{name}”"));
        await book.AddOrUpdatePasskeyAsync(await MineAsync(ct), made.Passkey);
        Added(log, Current.Id);
        return DoneAt("/newsroom/account/passkeys", $"The passkey “{name}” is added. Next time, choose “Sign in with a passkey”.");
    }

    public async Task<IActionResult> OnPostRenameAsync(string id, CancellationToken ct)
    {
        var name = (PasskeyName ?? "").Trim();
        if (await FindAsync(id, ct) is not { } passkey) return Redirect(Request.Path);
        if (name.Length is 0 or > LongestName) return DoneAt(Request.Path, $"Nothing was changed: a name has 1 to {LongestName} characters.");
        acts.Add(Db, new("account.passkey-renamed", $"gave the passkey “{passkey.Name}” the name “{name}”"));
        passkey.Name = name;
        await Db.SaveChangesAsync(ct);
        return DoneAt(Request.Path, $"The passkey is called “{name}” now.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        if (await FindAsync(id, ct) is not { } passkey) return Redirect(Request.Path);
        await using (var transaction = await Db.Database.BeginTransactionAsync(ct))
        {
            acts.Add(Db, new("account.passkey-removed", $"removed the passkey “{passkey.Name}”"));
            await book.RemovePasskeyAsync(await MineAsync(ct), passkey.CredentialId);
            await Db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        Removed(log, Current.Id);
        return DoneAt(Request.Path, $"The passkey “{passkey.Name}” is removed and opens nothing here any more. Delete it from your device too.");
    }

    public static string IdOf(Passkey passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private async Task ShowAsync(CancellationToken ct) => All = await Db.Passkeys.AsNoTracking().Where(p => p.AccountId == Current.Id).OrderBy(p => p.MadeAt).ToListAsync(ct);

    private async Task<Passkey?> FindAsync(string id, CancellationToken ct)
    {
        if (!Base64Url.IsValid(id)) return null;
        var credential = Base64Url.DecodeFromChars(id);
        return await Db.Passkeys.FirstOrDefaultAsync(p => p.CredentialId == credential && p.AccountId == Current.Id, ct);
    }

    private async Task<PasskeyAttestationResult?> AttestAsync()
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(Credential ?? "");
            return result.Succeeded && result.UserEntity.Id == Current.Id.ToString() ? result : null;
        }
        catch (InvalidOperationException)
        {
            return null; // nothing was asked of this browser, or too long ago
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} added a passkey")]
    private static partial void Added(ILogger log, Guid account);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} removed a passkey")]
    private static partial void Removed(ILogger log, Guid account);
}
