namespace NewsSite.Web.Caching;

/// <summary>Which requests are answered for one person, and so never from the cache.</summary>
public static class PageCacheBypass
{
    /// <summary>The cookie of somebody signed in: the framework's name for its identity cookie.</summary>
    public const string SignedInCookie = ".AspNetCore.Identity.Application";

    /// <summary>True below <c>/newsroom</c>, <c>/preview</c>, <c>/health</c> and <c>/go</c>, where each request counts for itself, and for anyone signed in by header or cookie, but for <c>/assets</c>.</summary>
    public static bool IsForOneReader(HttpRequest request) =>
        request.Path.StartsWithSegments("/newsroom", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/preview", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/go", StringComparison.OrdinalIgnoreCase)
        || (!IsAsset(request) && (request.Headers.Authorization.Count > 0 || IsSignedIn(request)));

    // The same for everybody: the newsroom's scripts are asked for by nobody but people who are signed in, and are to be kept and compressed for them.
    private static bool IsAsset(HttpRequest request) => request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase);

    // A long cookie is split into name + "C1", "C2"…, so the raw header is searched instead of the parsed names.
    private static bool IsSignedIn(HttpRequest request)
    {
        foreach (var cookies in request.Headers.Cookie)
        {
            if (cookies is not null && cookies.Contains(SignedInCookie, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
