using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Data;

namespace NewsSite.Web.Articles.Previews;

/// <summary>A link to be made.</summary>
/// <param name="Revision">The revision it is to show; null for the newest.</param>
/// <param name="Days">Days that it is to serve; null for <see cref="PreviewLink.UsualDays"/>.</param>
internal sealed record PreviewLinkRequest(Guid? Revision, int? Days);

/// <summary>The links of a story.</summary>
/// <param name="Items">Newest first.</param>
internal sealed record PreviewLinkList(IReadOnlyList<PreviewLinkEntry> Items);

/// <summary>GET and POST /newsroom/api/articles/{id}/preview-links, DELETE …/preview-links/{link}</summary>
internal static class KeepPreviewLinks
{
    public static void MapListPreviewLinks(this IEndpointRouteBuilder articles) => articles.MapGet("/{id:guid}/preview-links", ListAsync);

    public static void MapKeepPreviewLinks(this IEndpointRouteBuilder articles)
    {
        articles.MapPost("/{id:guid}/preview-links", MakeAsync);
        articles.MapDelete("/{id:guid}/preview-links/{link:guid}", RevokeAsync);
    }

    private static async Task<Results<Ok<PreviewLinkList>, NotFound>> ListAsync(Guid id, NewsDb db, PreviewLinks links, CancellationToken ct) =>
        await db.Articles.AnyAsync(a => a.Id == id, ct) ? TypedResults.Ok(new PreviewLinkList(await links.AllAsync(id, ct))) : TypedResults.NotFound();

    private static async Task<Results<Created<PreviewLinkEntry>, NotFound, ProblemHttpResult>> MakeAsync(Guid id, PreviewLinkRequest request, PreviewLinks links, CancellationToken ct)
    {
        var days = request.Days ?? PreviewLink.UsualDays;
        if (days is < 1 or > PreviewLink.MostDays) return TypedResults.Problem($"A preview link serves 1 to {PreviewLink.MostDays} days, not {days}.", statusCode: StatusCodes.Status422UnprocessableEntity);
        return await links.MakeAsync(id, request.Revision, days, ct) is { } made ? TypedResults.Created($"/newsroom/api/articles/{id}/preview-links/{made.Id}", made) : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(Guid id, Guid link, PreviewLinks links, CancellationToken ct) =>
        await links.RevokeAsync(id, link, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}
