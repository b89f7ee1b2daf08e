using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using NewsSite.Core.Blocks;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Topics;

namespace NewsSite.Web.Articles;

/// <summary>GET /api/v1/articles</summary>
internal static class ListArticles
{
    private static readonly ApiParameter<string?> Words = new()
    {
        Name = "q",
        Description = "Only articles that these words find, the best match first: words of which an article need not have all, “phrases” between quotation marks and -words that it must not have. With it, at most 1,000 articles are listed.",
        Example = "storm pier",
        Expected = $"up to {IArticleSearch.Longest} characters",
        Schema = new() { Type = JsonSchemaType.String, MaxLength = IArticleSearch.Longest },
        Read = static (string text, out string? value) => (value = text).Length <= IArticleSearch.Longest,
    };

    private static readonly ApiParameter<string?> Topic = ApiParameter.Slug("topic", "Only articles filed under this topic.", "coast");
    private static readonly ApiParameter<string?> Author = ApiParameter.Slug("author", "Only articles with this author in their byline.", "ada-quill");
    private static readonly ApiParameter<string?> Person = ApiParameter.Slug("person", "Only articles in which this person speaks.", "morwenna-sands");
    private static readonly ApiParameter<ArticleKind?> Kind = ApiParameter.OneOf("kind", "Only articles of this kind.", ArticleKind.News);
    private static readonly ApiParameter<DateOnly?> From = ApiParameter.Day("from", "The first day of publication, in the site's time zone.", "2026-05-01");
    private static readonly ApiParameter<DateOnly?> To = ApiParameter.Day("to", "The last day of publication, in the site's time zone; that day is included.", "2026-05-31");

    internal static readonly ArticleSummary Example = new(
        Guid.Parse("0196c0de-7000-7000-8000-000000000002"), "storm-takes-the-pier", "http://localhost:5080/news/storm-takes-the-pier", ArticleKind.News,
        "Storm takes the pier", "Nobody was hurt.", [new("ada-quill", "Ada Quill", false)], [new("coast", "Coast")],
        new(new(2026, 5, 1, 6, 0, 0, TimeSpan.FromHours(1)), "2026-05-01 06:00", "Europe/London"), new(new(2026, 5, 2, 0, 0, 0, TimeSpan.FromHours(1)), "2026-05-02", "Europe/London"), null,
        new(Media.ReadMedia.Example, PicturePurpose.Described, "Planks in the surf.", "What is left of the pier.", "Ada Quill"),
        new("http://localhost:5080/api/v1/articles/storm-takes-the-pier", "http://localhost:5080/api/v1/articles/storm-takes-the-pier?as=html", "http://localhost:5080/api/v1/articles/storm-takes-the-pier?as=markdown"));

    public static void MapListArticles(this IEndpointRouteBuilder articles) => articles.MapGet("/", HandleAsync)
        .WithName("listArticles").WithSummary("Lists the live articles")
        .WithDescription("Newest first, or with `q` the best match first. Conditions add up: an article has to meet all that are given. A topic, author or person that does not exist has no articles.")
        .Takes(Words, Topic, Author, Person, Kind, From, To, Paging.PageNumber, Paging.PageSize).Shows(new PageOf<ArticleSummary>(1, 1, 20, [Example]));

    private static async Task<Results<Ok<PageOf<ArticleSummary>>, ProblemHttpResult>> HandleAsync(
        HttpContext http, FilteredArticles articles, IArticleSearch search, MergedTopics merged, ArticleSummaries summaries, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = Paging.Of(query);
        var words = query.Get(Words);
        var filter = new ArticleFilter(query.Get(Topic) is { } topic ? (await merged.NamesAsync(ct)).Now(topic) : null, query.Get(Author), query.Get(Person), query.Get(Kind), query.Get(From), query.Get(To));
        if (filter.From > filter.To) query.Add(From.Name, $"“from” is {filter.From:yyyy-MM-dd}, which is after “to”; expected a day not after it.");
        if (query.Problem is { } problem) return problem;
        var tags = http.PageTags();
        foreach (var list in filter.Lists) tags.Add(Listing.Tag(list));
        if (words is not null) tags.NotCacheable(); // what strangers type fills no cache
        var (total, found) = words is null ? await articles.FindAsync(filter, paging.Before, paging.Size, ct) : await search.FindAsync(words, filter, paging.Before, paging.Size, ct);
        var page = new PageOf<ArticleSummary>(total, paging.Page, paging.Size, await summaries.OfAsync(found, tags, ct));
        links.Add(http, page);
        return TypedResults.Ok(page);
    }
}
