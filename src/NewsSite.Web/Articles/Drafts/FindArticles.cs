namespace NewsSite.Web.Articles.Drafts;

/// <summary>An article to which a link can be made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">The newest headline.</param>
/// <param name="State">Where it stands; a link to one that is not live leads nowhere yet.</param>
/// <param name="Published">When it was published; null while it never was.</param>
/// <param name="Path">Its path for readers.</param>
public sealed record FoundArticle(Guid Id, string Slug, string Headline, ArticleState State, DateTimeOffset? Published, string Path);

/// <summary>Articles that were found.</summary>
/// <param name="Items">At most 20, the newest first.</param>
public sealed record FoundArticles(IReadOnlyList<FoundArticle> Items);

/// <summary>GET /newsroom/api/articles?q=</summary>
internal static class FindArticles
{
    public static void MapFindArticles(this IEndpointRouteBuilder articles) => articles.MapGet("/", async (string? q, StoryList list, CancellationToken ct) =>
    {
        var page = await list.PageAsync(q, null, 1, ct);
        return TypedResults.Ok(new FoundArticles([.. page.Rows.OrderByDescending(r => r.PublishedAt ?? r.SavedAt).Select(r => new FoundArticle(r.Id, r.Slug, r.Headline, r.State, r.PublishedAt, $"/news/{r.Slug}"))]));
    });
}
