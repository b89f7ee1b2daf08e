using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using NewsSite.Web.Accounts.SigningIn;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Passkeys;

/// <summary>What the browser is asked when a passkey is made or used, as the framework words it. The answer comes back as a field of the page's form.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/newsroom/api/passkeys/request", AskAsync).ExcludeFromDescription().WithMetadata(new OpenAttribute("Asked before anybody is signed in; the answer proves who it is."));
        routes.MapNewsroom("/passkeys", Permission.UseNewsroom).MapPost("/creation", CreateAsync);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AskAsync(HttpContext http, SignInManager<Account> passkeys, AddressLimits limits) =>
        limits.Take("passkey question", http, 300, SignInTries.Time)
            ? TypedResults.Content(await passkeys.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TypedResults.Problem(LoginPage.TooMany, statusCode: StatusCodes.Status429TooManyRequests);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> CreateAsync(CurrentAccount who, AccountBook book, SignInManager<Account> passkeys, TimeProvider clock)
    {
        if (clock.GetUtcNow() - who.ProvedAt > AccountPage.ProofLife) return TypedResults.Problem("Show first that it is still you: reload the page.", statusCode: StatusCodes.Status403Forbidden);
        var account = await book.FindByIdAsync(who.Id.ToString());
        return TypedResults.Content(await passkeys.MakePasskeyCreationOptionsAsync(new() { Id = who.Id.ToString(), Name = account!.Email, DisplayName = account.Name }), "application/json");
    }
}
