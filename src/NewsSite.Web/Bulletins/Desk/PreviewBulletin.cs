using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>GET /newsroom/bulletins/preview: the HTML of the next bulletin, or with <c>story</c> of that story's alert, exactly as mail programs get it, for the frame of the page.</summary>
internal static class PreviewBulletin
{
    public static void MapPreviewBulletin(this IEndpointRouteBuilder routes) => routes.MapGet("/newsroom/bulletins/preview", Handle).ExcludeFromDescription().WithMetadata(new NeedsAttribute(Permission.SendBulletins));

    private static async Task<IResult> Handle(EditionDesk desk, AlertDesk alerts, BulletinWriter writer, HttpContext http, CancellationToken ct, string? story = null)
    {
        if (story is null) return await desk.NextAsync(ct) is { Content.IsEmpty: false } next ? Frame(http, await writer.WriteAsync(next.Content, Selection.All, [], ct)) : Results.NotFound();
        return Guid.TryParse(story, out var id) && await alerts.OfAsync(id, ct) is { } alert ? Frame(http, await writer.WriteAsync(alert.Content, Selection.All, alert.Names, ct)) : Results.NotFound();
    }

    private static IResult Frame(HttpContext http, BulletinBody body)
    {
        // Styles stand inline in mails; nothing else may run or load.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        return Results.Content(body.Html.Replace(BulletinBody.Stop, "#", StringComparison.Ordinal).Replace(BulletinBody.Yours, "#", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
