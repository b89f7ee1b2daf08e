using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>A slug that somebody has chosen.</summary>
/// <param name="Slug">The slug.</param>
public sealed record SlugRequest(string? Slug);

/// <summary>An article's slug.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Address">Its page for readers; null while they see none.</param>
public sealed record SlugAnswer(string Slug, string? Address);

/// <summary>PUT /newsroom/api/articles/{id}/slug: an article that readers may know by its old address is found from there too.</summary>
internal static class ChooseSlug
{
    public static void MapChooseSlug(this IEndpointRouteBuilder articles) => articles.MapPut("/{id:guid}/slug", (Guid id, SlugRequest request, NewsDb db, SlugBook slugs, StoryTransaction transaction, DraftReader drafts, IActs acts, CancellationToken ct) =>
        transaction.RunAsync<IResult>(async () =>
        {
            if (await db.Articles.FirstOrDefaultAsync(a => a.Id == id, ct) is not { } article) return new(DraftProblem.NoArticle(), false);
            if (await slugs.FaultOfAsync(request.Slug, article, ct) is { } fault) return new(DraftProblem.Refused([JsonFields.Fault(null, "slug", fault)]), false);
            var before = article.Slug;
            article.ChooseSlug(request.Slug!);
            acts.Add(db, new("article.address-chosen", $"gave {Act.Headline(article.Headline)} the address /news/{article.Slug}{(before == article.Slug ? "" : $" instead of /news/{before}")}") { Article = id });
            var live = article.LiveId is { } seen ? await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == seen, ct) : null;
            // Nobody has followed the address of what was never published.
            return new(TypedResults.Ok(new SlugAnswer(article.Slug, drafts.AddressOf(article))), true, new LiveChange(article, live, live, article.PublishedAt is null ? null : before));
        }, ct));
}
