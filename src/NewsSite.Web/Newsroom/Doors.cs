using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsSite.Web.Newsroom;

/// <summary>A door of the newsroom that opens only to those who have a permission. On a page model, or by <see cref="Doors.MapNewsroom"/>.</summary>
/// <param name="permission">The permission.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>A door of the newsroom that opens to everybody, such as the one where people sign in.</summary>
/// <param name="why">Why it must.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenAttribute(string why) : Attribute
{
    /// <summary>Why it must.</summary>
    public string Why { get; } = why;
}

/// <summary>Who comes in. Whatever lies below <c>/newsroom</c> and does not say who may enter is closed to everybody.</summary>
public static class Doors
{
    /// <summary>The header in which the editor sends its antiforgery token.</summary>
    public const string AntiforgeryHeader = "X-Antiforgery";

    /// <summary>Where people sign in.</summary>
    public const string SignIn = "/newsroom/login";

    /// <summary>A group of endpoints below <c>/newsroom/api</c> for those with a permission.</summary>
    /// <param name="routes">The program's routes.</param>
    /// <param name="path">Such as <c>/articles</c>.</param>
    /// <param name="permission">Who may use them.</param>
    public static RouteGroupBuilder MapNewsroom(this IEndpointRouteBuilder routes, string path, Permission permission)
    {
        var group = routes.MapGroup("/newsroom/api" + path).ExcludeFromDescription();
        group.WithMetadata(new NeedsAttribute(permission));
        return group;
    }

    /// <summary>Comes after routing and authentication.</summary>
    internal static IApplicationBuilder UseNewsroomDoors(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var endpoint = http.GetEndpoint();
        var needs = endpoint?.Metadata.GetMetadata<NeedsAttribute>();
        var isNewsroom = http.Request.Path.StartsWithSegments("/newsroom", StringComparison.OrdinalIgnoreCase);
        if (!isNewsroom && needs is null)
        {
            await next(http);
            return;
        }
        KeepNoCopy(http.Response);
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (endpoint is null || endpoint.Metadata.GetMetadata<OpenAttribute>() is not null)
        {
            await next(http);
            return;
        }
        var who = http.RequestServices.GetRequiredService<ICurrentAccount>();
        if (!who.IsSignedIn) await AskToSignInAsync(http);
        else if (needs is null || !who.May(needs.Permission)) await RefuseAsync(http);
        else if (await IsForgedAsync(http)) await Problem("This page has been open for too long, or the request came from another site. Reload the page.", StatusCodes.Status400BadRequest).ExecuteAsync(http);
        else await next(http);
    });

    /// <summary>No browser and no proxy keeps a copy of the answer. In the words of the antiforgery library, which warns of others in the log.</summary>
    internal static void KeepNoCopy(HttpResponse answer)
    {
        answer.Headers.CacheControl = "no-cache, no-store";
        answer.Headers.Pragma = "no-cache";
    }

    private static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/newsroom/api", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    // Programs are told how to say who they are (RFC 6750).
    private static bool AskForToken(HttpContext http, string error)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;
        http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"newsroom\"{error}";
        return true;
    }

    private static Task AskToSignInAsync(HttpContext http)
    {
        var isGiven = http.Request.Headers.Authorization.Count > 0;
        if (AskForToken(http, isGiven ? ", error=\"invalid_token\"" : ""))
            return Problem(isGiven ? "The access token is unknown, has ended, or has been taken back." : "Send an access token: “Authorization: Bearer ns_…”. You make one under your account in the newsroom.", StatusCodes.Status401Unauthorized).ExecuteAsync(http);
        if (IsForPrograms(http)) return Problem("You are not signed in, or no longer.", StatusCodes.Status401Unauthorized).ExecuteAsync(http);
        var wanted = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString.Value : "/newsroom";
        http.Response.Redirect($"{SignIn}?returnUrl={Uri.EscapeDataString(wanted)}");
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext http)
    {
        if (AskForToken(http, ", error=\"insufficient_scope\""))
            return Problem("This token does not allow this, or the role of its owner does not. What a token may do is chosen when it is made.", StatusCodes.Status403Forbidden).ExecuteAsync(http);
        if (IsForPrograms(http)) return Problem("Your role does not allow this.", StatusCodes.Status403Forbidden).ExecuteAsync(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Pages check their forms themselves; a token in the Authorization header is sent by no browser on its own.
    private static async Task<bool> IsForgedAsync(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/newsroom/api", StringComparison.OrdinalIgnoreCase)
        && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
        && http.Request.Headers.Authorization.Count == 0
        && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
