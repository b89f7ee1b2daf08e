using NewsSite.Web.Bulletins.Making;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Bulletins.Desk;

/// <summary>GET /newsroom/bulletins/preview: the next bulletin's HTML exactly as mail programs get it, for the frame of the page.</summary>
internal static class PreviewBulletin
{
    public static void MapPreviewBulletin(this IEndpointRouteBuilder routes) => routes.MapGet("/newsroom/bulletins/preview", Handle).ExcludeFromDescription().WithMetadata(new NeedsAttribute(Permission.SendBulletins));

    private static async Task<IResult> Handle(EditionDesk desk, BulletinWriter writer, HttpContext http, CancellationToken ct)
    {
        var next = await desk.NextAsync(ct);
        if (next.Content.IsEmpty) return Results.NotFound();
        // Styles stand inline in mails; nothing else may run or load.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        return Results.Content((await writer.WriteAsync(next.Content, Selection.All, [], ct)).Html.Replace(BulletinBody.Stop, "#", StringComparison.Ordinal).Replace(BulletinBody.Yours, "#", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
