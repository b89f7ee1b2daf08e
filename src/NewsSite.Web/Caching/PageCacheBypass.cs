namespace NewsSite.Web.Caching;

/// <summary>Which requests are answered for one person, and so never from the cache.</summary>
public static class PageCacheBypass
{
    /// <summary>The cookie of somebody signed in: the framework's name for its identity cookie.</summary>
    public const string SignedInCookie = ".AspNetCore.Identity.Application";

    /// <summary>True below <c>/newsroom</c>, <c>/preview</c> and <c>/health</c>, and for anyone signed in by header or cookie.</summary>
    public static bool IsForOneReader(HttpRequest request) =>
        request.Path.StartsWithSegments("/newsroom", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/preview", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || request.Headers.Authorization.Count > 0
        || IsSignedIn(request);

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
