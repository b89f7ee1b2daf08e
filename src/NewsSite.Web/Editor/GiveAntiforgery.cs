using Microsoft.AspNetCore.Antiforgery;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Editor;

/// <summary>GET /newsroom/api/antiforgery: a fresh token for an editor whose writer has signed in again in another window.</summary>
internal static class GiveAntiforgery
{
    public static void MapGiveAntiforgery(this IEndpointRouteBuilder routes) =>
        routes.MapNewsroom("/antiforgery", Permission.UseNewsroom).MapGet("/", (HttpContext http, IAntiforgery antiforgery) =>
            TypedResults.Ok(new Answer(antiforgery.GetAndStoreTokens(http).RequestToken!)));

    /// <summary>The value for the header X-Antiforgery.</summary>
    internal sealed record Answer(string Token);
}
