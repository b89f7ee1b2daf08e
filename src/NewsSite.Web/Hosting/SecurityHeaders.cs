namespace NewsSite.Web.Hosting;

/// <summary>Headers that keep a page to itself: nothing from elsewhere, no inline script or style, no framing by others, no guessing of types.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private static readonly string[] OfPages = ["Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"];

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        AddTo(http);
        return next(http);
    });

    /// <summary>Lets the sites of these addresses show themselves in frames of this page.</summary>
    /// <param name="http">The request; its answer has not begun.</param>
    /// <param name="addresses">Absolute https addresses; none changes nothing.</param>
    public static void AllowFrames(this HttpContext http, IEnumerable<string> addresses)
    {
        string[] sites = [.. addresses.Select(a => new Uri(a).GetLeftPart(UriPartial.Authority)).Distinct().Order(StringComparer.Ordinal)];
        if (sites.Length > 0) http.Response.Headers.ContentSecurityPolicy = $"{Policy}; frame-src {string.Join(' ', sites)}";
    }

    /// <summary>Lets pages of this site show themselves in frames of this page.</summary>
    public static void AllowOwnFrames(this HttpContext http) => http.Response.Headers.ContentSecurityPolicy = $"{Policy}; frame-src 'self'";

    /// <summary>For what is a part of pages and never one itself, such as a font: headers that only pages heed would weigh more than they do.</summary>
    public static void TakePageHeaders(this HttpContext http)
    {
        foreach (var name in OfPages) http.Response.Headers.Remove(name);
    }

    /// <summary>For an answer that is begun anew after its headers were taken off.</summary>
    public static void AddTo(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
