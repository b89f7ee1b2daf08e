using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Data;
using NewsSite.Web.People;
using NewsSite.Web.Sites;
using SlugRule = NewsSite.Core.Content.Slug;

namespace NewsSite.Web.Articles;

/// <summary>What a person said in a live article.</summary>
/// <param name="Block">Id of the block that holds the words.</param>
/// <param name="Address">Where readers find the words on the article's page.</param>
/// <param name="Name">The person's name as it was given that day.</param>
/// <param name="Role">The role held that day; null when none was given.</param>
/// <param name="Occasion">Where or when it was said; null when not known.</param>
/// <param name="Words">The words exactly as given, a paragraph each.</param>
/// <param name="Article">The article.</param>
public sealed record StatementEntry(string Block, string Address, string Name, string? Role, string? Occasion, IReadOnlyList<string> Words, StatedIn Article);

/// <summary>The article in which something was said.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Links">Where it is in this API.</param>
public sealed record StatedIn(string Slug, string Headline, Moment Published, ArticleLinks Links);

/// <summary>GET /api/v1/people/{slug}/statements</summary>
internal static class ListStatements
{
    private static readonly ApiParameter<string?> Slug = ApiParameter.Slug("slug", "The person's slug.", "morwenna-sands");

    private static readonly StatementEntry Example = new(
        "m2x1", "http://localhost:5080/news/storm-takes-the-pier#b-m2x1", "Morwenna Sands", "harbour master", "on the quay", ["“We will rebuild it.”"],
        new(ListArticles.Example.Slug, ListArticles.Example.Headline, ListArticles.Example.Published, ListArticles.Example.Links));

    public static void MapListStatements(this IEndpointRouteBuilder routes) => routes.MapApi("/people", "People").MapGet("/{slug}/statements", HandleAsync)
        .WithName("listStatements").WithSummary("Lists what a person said, across all live articles")
        .WithDescription("Newest first; within an article in the order in which readers meet the words.")
        .Takes(Slug, Paging.PageNumber, Paging.PageSize).Shows(new PageOf<StatementEntry>(1, 1, 20, [Example]))
        .Says(StatusCodes.Status404NotFound, "No person has this slug.");

    private static async Task<Results<Ok<PageOf<StatementEntry>>, ProblemHttpResult>> HandleAsync(string slug, HttpContext http, NewsDb db, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        if (query.Problem is { } problem) return problem;
        if (!SlugRule.IsSlug(slug) || !await db.People.AnyAsync(p => p.Slug == slug, ct)) return ApiProblem.NotFound("No person has this slug.");
        http.PageTags().Add("people", $"person:{slug}", Listing.Tag(Listing.News)); // any article may bring or take words
        var spoken = db.SpokenWords.AsNoTracking().Where(s => s.Person == slug);
        var total = await spoken.CountAsync(ct);
        var page = new PageOf<StatementEntry>(total, paging.Page, paging.Size, paging.Before >= total ? [] : await ReadAsync(db, spoken, paging, site, ct));
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static async Task<IReadOnlyList<StatementEntry>> ReadAsync(NewsDb db, IQueryable<SpokenWords> spoken, Paging paging, Site site, CancellationToken ct)
    {
        var found = await spoken.OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.ArticleId).ThenBy(s => s.Position).Skip((int)paging.Before).Take(paging.Size)
            .Join(db.Articles, s => s.ArticleId, a => a.Id, (s, a) => new { Words = s, Article = a })
            .Join(db.Revisions, x => x.Article.LiveId, r => r.Id, (x, r) => new { x.Words, x.Article.Slug, x.Article.PublishedWall, x.Article.Zone, r.Headline })
            .OrderByDescending(x => x.Words.PublishedAt).ThenByDescending(x => x.Words.ArticleId).ThenBy(x => x.Words.Position).ToListAsync(ct);
        return
        [
            .. from x in found
               let published = Moment.Of(site, x.Words.PublishedAt, x.PublishedWall!, x.Zone!)
               select new StatementEntry(
                   x.Words.BlockId, site.Address($"/news/{x.Slug}#b-{x.Words.BlockId}"), x.Words.Name, x.Words.Role, x.Words.Occasion, x.Words.Words,
                   new(x.Slug, x.Headline, published, ArticleLinks.Of(site, x.Slug))),
        ];
    }
}
