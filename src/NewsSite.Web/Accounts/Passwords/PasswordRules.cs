using Microsoft.AspNetCore.Identity;

namespace NewsSite.Web.Accounts.Passwords;

/// <summary>What a password must be: long, and not one that others would think of. No rules of which letters it is made.</summary>
internal sealed class PasswordRules(SiteFacts site) : IPasswordValidator<Account>
{
    public const int Shortest = 12, Longest = 256;

    public const string Hint = "At least 12 characters. Three or four words that only you would put together are good. There are no rules about capitals or digits.";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(Fault(password, user) switch
    {
        null => IdentityResult.Success,
        { } fault => IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault }),
    });

    private string? Fault(string? password, Account account)
    {
        if (string.IsNullOrEmpty(password)) return "Choose a password.";
        if (new System.Globalization.StringInfo(password).LengthInTextElements < Shortest) return $"This is too short: a password has at least {Shortest} characters.";
        if (password.Length > Longest) return $"This is too long: a password has at most {Longest} characters.";
        if (CommonPasswords.IsEasy(password, [site.Name, site.BaseUrl.Host, account.Email, account.Name]))
            return "This is one of the first passwords that somebody else would try: a well-known one, a row of keys, or made of your name or the site's. Choose words that have nothing to do with each other.";
        return null;
    }
}
