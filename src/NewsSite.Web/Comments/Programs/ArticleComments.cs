using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments.Posting;
using NewsSite.Web.Comments.Threads;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Comments.Programs;

/// <summary>GET and POST /api/v1/articles/{slug}/comments: what readers see under an article, and a comment by the same rules as the form's.</summary>
internal static class ArticleComments
{
    private static readonly ApiParameter<string?> Slug = ApiParameter.Slug("slug", "The article's slug.", "storm-takes-the-pier");
    private static readonly ApiParameter<ThreadOrder?> Order = ApiParameter.OneOf("order", "Which threads come first; the newest when it is not given.", ThreadOrder.Oldest);
    private static readonly Guid ExampleId = Guid.Parse("0197f3a0-5a10-7c22-9d31-2f3c4b5a6978");

    private static readonly CommentThread Example = new(ExampleId, new(
        ExampleId, $"http://localhost:5080/news/storm-takes-the-pier/comments/{ExampleId}", "Jory", null, new(2026, 5, 3, 9, 30, 0, TimeSpan.FromHours(1)),
        "The pier *will* be missed.", "<p>The pier <em>will</em> be missed.</p>\n", null), [], 0);

    private static readonly ApiParameter<string?> Thread = ApiParameter.Slug("thread", "The thread’s id.", ExampleId.ToString());

    public static void MapArticleComments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("/articles", "Comments");
        group.MapGet("/{slug}/comments", ListAsync).WithName("listComments").WithSummary("Lists the comments that readers see under an article")
            .WithDescription($"An entry is a thread with its first {ThreadReader.FewAnswers} answers and how many there are; a thread’s own address lists them all. E-mail addresses are in no answer.")
            .Takes(Slug, Order, Paging.PageNumber, Paging.PageSize).Shows(new PageOf<CommentThread>(1, 1, 20, [Example]))
            .Says(StatusCodes.Status404NotFound, "No live article has this slug.");
        group.MapGet("/{slug}/comments/{thread}/answers", AnswersAsync).WithName("listAnswers").WithSummary("Lists the answers of a thread, oldest first")
            .WithDescription($"Only what readers see, {ThreadReader.PageSize} on a page.")
            .Takes(Slug, Thread, Paging.PageNumber).Shows(new PageOf<CommentEntry>(1, 1, ThreadReader.PageSize, [Example.Comment! with { Answers = ExampleId }]))
            .Says(StatusCodes.Status404NotFound, "No live article has this slug, or no thread this id.");
        group.MapPost("/{slug}/comments", PostAsync).WithName("postComment").WithSummary("Takes a comment of a reader")
            .WithDescription("By the same rules as the form under the article: the same checks, confirmation by mail, and moderation. The same comment sent twice is kept once.")
            .Takes(Slug).TakesJson("The comment.", new CommentRequest("Jory", "jory@example.org", "The pier *will* be missed."))
            .Succeeds<CommentReceipt>(StatusCodes.Status202Accepted, "It is kept; next says what happens next.").Shows(new CommentReceipt(ExampleId, "confirm", "Look into your mail"))
            .Says(StatusCodes.Status404NotFound, "No live article has this slug.")
            .Says(StatusCodes.Status409Conflict, "The article takes no comments any more.")
            .Says(StatusCodes.Status422UnprocessableEntity, "The comment will not do; faults says what is wrong.")
            .Says(StatusCodes.Status429TooManyRequests, "Too many have come from this connection or this e-mail address within ten minutes.")
            .WithMetadata(new OpenAttribute("Readers write comments without an account; an address is confirmed by mail."));
    }

    private static async Task<Results<Ok<PageOf<CommentThread>>, ProblemHttpResult>> ListAsync(string slug, HttpContext http, ThreadReader threads, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (order, paging) = (query.Get(Order), Paging.Of(query));
        if (query.Problem is { } problem) return problem;
        if (await threads.StoryAsync(slug, http.PageTags(), ct) is not { } story) return ApiProblem.NotFound("No live article has this slug.");
        var (total, found) = await threads.RangeAsync(story, paging.Before, paging.Size, order is ThreadOrder.Oldest, http.PageTags(), ct);
        var page = new PageOf<CommentThread>(total, paging.Page, paging.Size,
            [.. found.Select(t => new CommentThread(t.Top.Id, CommentEntry.Of(site, t.Top), [.. t.Answers.Select(a => CommentEntry.Of(site, a)!)], t.Count))]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<PageOf<CommentEntry>>, ProblemHttpResult>> AnswersAsync(string slug, string thread, HttpContext http, ThreadReader threads, Site site, PageLinks links, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var number = query.Get(Paging.PageNumber);
        if (query.Problem is { } problem) return problem;
        if (await threads.StoryAsync(slug, http.PageTags(), ct) is not { } story) return ApiProblem.NotFound("No live article has this slug.");
        if (!Guid.TryParse(thread, out var id) || await threads.ThreadAsync(story, id, number, http.PageTags(), ct) is not { } found) return ApiProblem.NotFound("No thread has this id.");
        var page = new PageOf<CommentEntry>(found.Count, number, ThreadReader.PageSize, [.. found.Answers.Select(a => CommentEntry.Of(site, a)!)]);
        links.Add(http, page);
        return TypedResults.Ok(page);
    }

    private static async Task<IResult> PostAsync(string slug, HttpContext http, ApiJson json, PostComment post, CancellationToken ct)
    {
        var (body, refusal) = await json.ReadAsync<CommentRequest>(http.Request, null, ct);
        if (refusal is not null) return refusal;
        return await post.TakeAsync(slug, new(body!.Name, body.Email, body.Words, body.Answers), http.Connection.RemoteIpAddress, ct) switch
        {
            Posted.Kept kept => TypedResults.Accepted((string?)null, ReceiptOf(kept.Comment)),
            Posted.TurnedAway { Reason: CommentReason.Closed } closed => TypedResults.Problem(closed.Message, statusCode: StatusCodes.Status409Conflict),
            Posted.TurnedAway away => TypedResults.Problem(away.Message, statusCode: StatusCodes.Status429TooManyRequests),
            Posted.Faulty faulty => TypedResults.Problem(string.Join(' ', faulty.Faults.Values), title: "The comment will not do", statusCode: StatusCodes.Status422UnprocessableEntity, extensions: [new("faults", faulty.Faults)]),
            _ => ApiProblem.NotFound("No live article has this slug."),
        };
    }

    private static CommentReceipt ReceiptOf(Comment comment)
    {
        var next = SentPage.WordOf(comment.State);
        return new(comment.Id, next, SentPage.TextOf(next)!.Value.Title);
    }
}

/// <summary>Which threads come first.</summary>
public enum ThreadOrder
{
    /// <summary>The newest.</summary>
    Newest,

    /// <summary>The oldest.</summary>
    Oldest,
}
