using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Accounts.TwoStep;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>Somebody's own account: the name, and what protects it.</summary>
[Needs(Permission.UseNewsroom)]
internal sealed class OwnAccountPage(CurrentAccount who, NewsDb db, TwoSteps twoSteps, IActs acts, TimeProvider clock) : AccountPage(who, db, clock)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty]
    public string? Name { get; set; }

    public Account Account { get; private set; } = null!;

    public int CodesLeft { get; private set; }

    public int Passkeys { get; private set; }

    public int Devices { get; private set; }

    public int Tokens { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Name = Account.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Name = (Name ?? "").Trim();
        Check(nameof(Name), AccountBook.FaultOfName(Name));
        if (!ModelState.IsValid) return Page();
        if (Account.Name != Name) acts.Add(Db, new("account.renamed", $"changed their name to {Name}") { Subject = Account.Subject });
        Account.Name = Name;
        Account.Version++;
        await Db.SaveChangesAsync(ct);
        return DoneAt("/newsroom/account", $"You are {Name} from now on. What you saved before keeps the name that it was saved under.");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        Account = await MineAsync(ct);
        CodesLeft = await twoSteps.CodesLeftAsync(Account.Id, ct);
        Passkeys = await Db.Passkeys.CountAsync(p => p.AccountId == Account.Id, ct);
        Devices = await Db.Sessions.CountAsync(s => s.AccountId == Account.Id && s.ExpiresAt > now, ct);
        Tokens = await Db.Set<AccessToken>().CountAsync(t => t.AccountId == Account.Id && t.ExpiresAt > now, ct);
    }
}
