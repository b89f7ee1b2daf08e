using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>Where people make and take back access tokens for their own programs.</summary>
[Needs(Permission.UseTokens)]
internal sealed partial class TokensPage(CurrentAccount who, NewsDb db, IActs acts, TimeProvider clock, ILogger<TokensPage> log) : AccountPage(who, db, clock)
{
    private const int LongestName = 60, LongestDays = 365, Most = 50;
    private readonly TimeProvider _clock = clock;

    [BindProperty]
    public string? TokenName { get; set; }

    [BindProperty]
    public TokenScope[] Scopes { get; set; } = [];

    [BindProperty]
    public string? Days { get; set; } = "90";

    /// <summary>A token that was just made, shown this once; null for none.</summary>
    public string? Made { get; private set; }

    public IReadOnlyList<AccessToken> All { get; private set; } = [];

    /// <summary>The scopes of which this role may use something.</summary>
    public IEnumerable<TokenScope> Possible => TokenScopes.All.Keys.Where(s => TokenScopes.All[s].Opens.Any(p => Permissions.Allow(Current.Role, p)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (AskForProof() is { } ask) return ask;
        await ShowAsync(ct);
        var (name, now) = ((TokenName ?? "").Trim(), _clock.GetUtcNow());
        if (name.Length is 0 or > LongestName) Check(nameof(TokenName), $"Give it a name of at most {LongestName} characters, such as that of the program.");
        if (Scopes.Length == 0) Check(nameof(Scopes), "Choose at least one thing that it may do.");
        if (Scopes.Except(Possible).Any()) Check(nameof(Scopes), "Your role does not allow this.");
        if (!int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > LongestDays) Check(nameof(Days), $"Give a whole number of days from 1 to {LongestDays}.");
        if (All.Count >= Most) Problem = $"You have {Most} tokens; take one back first.";
        if (!ModelState.IsValid || Problem is not null) return Page();
        Made = AccessToken.Prefix + Secret.Make();
        Db.Add(new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            AccountId = Current.Id,
            Name = name,
            Hash = Secret.HashOf(Made),
            Scopes = [.. Scopes.Distinct().Order().Select(s => s.ToString())],
            MadeAt = now,
            ExpiresAt = now.AddDays(days),
        });
        acts.Add(Db, new("token.made", $"made the access token “{name}” ({string.Join(", ", Scopes.Distinct().Order().Select(s => s.ToString().ToLowerInvariant()))}) for {days} {(days == 1 ? "day" : "days")}"));
        await Db.SaveChangesAsync(ct);
        MadeOne(log, Current.Id, Scopes);
        await ShowAsync(ct);
        Done = $"The token “{name}” is made.";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(ct);
        var name = await Db.Set<AccessToken>().Where(t => t.Id == id && t.AccountId == Current.Id).Select(t => t.Name).FirstOrDefaultAsync(ct);
        await Db.Set<AccessToken>().Where(t => t.Id == id && t.AccountId == Current.Id).ExecuteDeleteAsync(ct);
        if (name is not null) acts.Add(Db, new("token.taken-back", $"took the access token “{name}” back"));
        await Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (name is not null) Revoked(log, Current.Id);
        return DoneAt("/newsroom/account/tokens", name is null ? "That token was taken back already." : $"The token “{name}” is taken back; programs that use it are refused from now on.");
    }

    private async Task ShowAsync(CancellationToken ct) => All = await Db.Set<AccessToken>().AsNoTracking().Where(t => t.AccountId == Current.Id).OrderByDescending(t => t.MadeAt).ThenBy(t => t.Id).ToListAsync(ct);

    public bool HasEnded(AccessToken token) => token.ExpiresAt <= _clock.GetUtcNow();

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} made an access token for {Scopes}")]
    private static partial void MadeOne(ILogger log, Guid account, TokenScope[] scopes);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} took an access token back")]
    private static partial void Revoked(ILogger log, Guid account);
}
