using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Comments.Threads;

/// <summary>GET /news/{slug}/comments/{id}: leads to a comment wherever it stands now. The address of a comment for good.</summary>
internal static class FindComment
{
    public static void MapFindComment(this IEndpointRouteBuilder routes) => routes.MapGet("/news/{slug}/comments/{id:guid}", HandleAsync).ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, NotFound>> HandleAsync(string slug, Guid id, HttpContext http, ThreadReader threads, CancellationToken ct)
    {
        http.PageTags().NotCacheable();
        return await threads.StoryAsync(slug, http.PageTags(), ct) is { } story && await threads.PathOfAsync(story, id, ct) is { } path ? TypedResults.Redirect(path) : TypedResults.NotFound();
    }
}
