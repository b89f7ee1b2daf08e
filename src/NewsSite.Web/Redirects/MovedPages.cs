namespace NewsSite.Web.Redirects;

/// <summary>Sends readers on from an address where nothing is any more.</summary>
internal static class MovedPages
{
    /// <summary>Comes before whatever answers, and after whatever draws the page that says that there is nothing.</summary>
    public static IApplicationBuilder UseMovedPages(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status404NotFound || http.Response.HasStarted || http.Request.Path.Value is not { } path) return;
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || path.StartsWith("/newsroom", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)) return;
        if (await http.RequestServices.GetRequiredService<RedirectBook>().FindAsync(path.Length > 1 ? path.TrimEnd('/') : path, http.RequestAborted) is not { } to) return;
        http.Response.Redirect(to.StartsWith('/') ? new PathString(to).ToUriComponent() : new Uri(to).AbsoluteUri, permanent: true);
    });
}
