using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Web.Hosting;

/// <summary>
/// Answers 405 where a page is asked by a method that no page has. Without this a page without a handler for the method is drawn with nothing in it.
/// </summary>
internal static class PageMethods
{
    /// <summary>Comes after routing.</summary>
    public static IApplicationBuilder UsePageMethods(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)) return next(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null) return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });
}
