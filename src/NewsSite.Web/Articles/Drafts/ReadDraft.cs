using Microsoft.EntityFrameworkCore;
using NewsSite.Core.Blocks;
using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Data;
using NewsSite.Web.Sites;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>GET /newsroom/api/articles/{id}/draft</summary>
internal static class ReadDraft
{
    public static void MapReadDraft(this IEndpointRouteBuilder articles) => articles.MapGet("/{id:guid}/draft", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, DraftReader drafts, CancellationToken ct) =>
        await drafts.FindAsync(id, ct) is { } draft ? TypedResults.Ok(draft) : DraftProblem.NoArticle();
}

/// <summary>Reads articles for their editor.</summary>
internal sealed class DraftReader(NewsDb db, BlockCatalogue catalogue, StoryChecks checks, Site site)
{
    /// <summary>The article as the editor is given it; null when there is none.</summary>
    public async Task<DraftAnswer?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return null;
        if (article.HeadId is not { } headId) return new(id, article.Slug, null, DraftContent.Empty, null, null, article.State, article.LiveId, AddressOf(article), []);
        var head = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == headId, ct);
        return new(id, article.Slug, headId, DraftContent.Of(head, catalogue).With(await db.TopicNamesAsync(ct)), head.SavedAt, head.SavedBy, article.State, article.LiveId, AddressOf(article), await checks.RunAsync(head, ct));
    }

    /// <summary>The page of an article for readers; null while they see none.</summary>
    public string? AddressOf(Article article) => article.IsLive ? site.Address($"/news/{article.Slug}") : null;
}
