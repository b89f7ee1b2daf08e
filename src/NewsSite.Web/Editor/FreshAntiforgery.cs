using Microsoft.AspNetCore.Antiforgery;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Editor;

/// <summary>GET /newsroom/api/antiforgery: a fresh value for the header, for an editor that stayed open while its writer signed in again.</summary>
internal static class FreshAntiforgery
{
    /// <summary>The value.</summary>
    /// <param name="Token">Goes into the header X-Antiforgery.</param>
    internal sealed record Answer(string Token);

    public static void MapFreshAntiforgery(this IEndpointRouteBuilder routes) =>
        routes.MapNewsroom("/antiforgery", Permission.UseNewsroom)
            .MapGet("", (HttpContext http, IAntiforgery antiforgery) => TypedResults.Ok(new Answer(antiforgery.GetAndStoreTokens(http).RequestToken!)));
}
