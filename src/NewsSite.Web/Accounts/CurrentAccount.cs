using System.Globalization;
using System.Security.Claims;
using NewsSite.Web.Accounts.Sessions;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts;

/// <summary>Who is asking, from the claims of the request.</summary>
internal sealed class CurrentAccount(IHttpContextAccessor http) : ICurrentAccount
{
    private ClaimsPrincipal? User => http.HttpContext?.User;

    public bool IsSignedIn => User?.Identity?.IsAuthenticated is true;

    public Guid Id => Guid.Parse(Claim(ClaimTypes.NameIdentifier));

    public string Name => Claim(ClaimTypes.Name);

    public string Initials => InitialsOf(Name);

    public Role Role => Enum.Parse<Role>(Claim(ClaimTypes.Role));

    /// <summary>The session; null for a program with a token.</summary>
    public Guid? Session => User?.FindFirstValue(Who.Session) is { } id ? Guid.Parse(id) : null;

    /// <summary>When they last proved that it is they; null for a program with a token.</summary>
    public DateTimeOffset? ProvedAt => User?.FindFirstValue(Who.Proved) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null;

    public AskingToken? Token => User?.FindFirstValue(Who.Token) is { } id ? new(Guid.Parse(id), Claim(Who.TokenName)) : null;

    public bool May(Permission permission) =>
        IsSignedIn && Permissions.Allow(Role, permission) && (User!.Identity!.AuthenticationType != TokenHandler.SchemeName || TokenScopes.Allow(Scopes, permission));

    /// <summary>First letters of the first and the last word.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return "?";
        var first = StringInfo.GetNextTextElement(words[0]);
        return (words.Length == 1 ? first : first + StringInfo.GetNextTextElement(words[^1])).ToUpperInvariant();
    }

    private IEnumerable<TokenScope> Scopes => User!.FindAll(Who.Scope).Select(c => Enum.Parse<TokenScope>(c.Value));

    private string Claim(string type) => User?.FindFirstValue(type) ?? throw new InvalidOperationException("Nobody is signed in.");
}
