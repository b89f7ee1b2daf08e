using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Api;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Accounts.Tokens;

/// <summary>How features put endpoints into the API that change something, or that show what readers do not see.</summary>
internal static class WriteRoutes
{
    private const int MostBytes = 65_536;

    /// <summary>Opens the endpoint to programs with a token for this permission, and to nobody else.</summary>
    /// <param name="endpoint">An endpoint of the API.</param>
    /// <param name="permission">Who may use it.</param>
    public static RouteHandlerBuilder ForTokens(this RouteHandlerBuilder endpoint, Permission permission) => endpoint
        .WithMetadata(new NeedsAttribute(permission), new ApiSecured(TokenScopes.NameOf(permission)), new RequestSizeLimitAttribute(MostBytes))
        .Says(StatusCodes.Status401Unauthorized, "No access token was sent, or it is unknown or has ended.")
        .Says(StatusCodes.Status403Forbidden, $"The token has not the scope {TokenScopes.NameOf(permission)}, or its owner's role does not allow this.");
}
