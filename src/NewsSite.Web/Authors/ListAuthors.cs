using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Authors;

/// <summary>Whom bylines name.</summary>
/// <param name="Slug">Their name in addresses.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="IsDesk">Whether this is a desk or an organisation rather than a person.</param>
/// <param name="JobTitle">What they cover, or whom they write for; null for none.</param>
/// <param name="Profile">A short profile in CommonMark; null for none.</param>
/// <param name="Address">Their page for readers.</param>
/// <param name="Articles">Where their articles are listed.</param>
public sealed record AuthorEntry(string Slug, string Name, bool IsDesk, string? JobTitle, string? Profile, string Address, string Articles);

/// <summary>GET /api/v1/authors</summary>
internal static class ListAuthors
{
    private static readonly AuthorEntry Example = new(
        "ada-quill", "Ada Quill", false, "Coast reporter", "Writes about the **coast**.", "http://localhost:5080/authors/ada-quill", "http://localhost:5080/api/v1/articles?author=ada-quill");

    public static void MapListAuthors(this IEndpointRouteBuilder routes) => routes.MapApi("/authors", "Authors").MapGet("/", HandleAsync)
        .WithName("listAuthors").WithSummary("Lists the authors")
        .WithDescription("Journalists, guests and desks, by name.")
        .Takes(Paging.PageNumber, Paging.PageSize).Shows(new PageOf<AuthorEntry>(1, 1, 20, [Example]));

    private static async Task<Results<Ok<PageOf<AuthorEntry>>, ProblemHttpResult>> HandleAsync(HttpContext http, AuthorList authors, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        if (query.Problem is { } problem) return problem;
        http.PageTags().Add(authors.Tag);
        var page = paging.Of([.. (await authors.AllAsync(ct)).Select(a => EntryOf(a, site))]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static AuthorEntry EntryOf(Author author, Site site) => new(
        author.Slug, author.Name, author.IsDesk, author.JobTitle, author.Profile, site.Address($"/authors/{author.Slug}"), site.Address($"/api/v1/articles?author={author.Slug}"));
}
