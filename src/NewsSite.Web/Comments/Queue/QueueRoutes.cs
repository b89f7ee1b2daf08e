using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Comments.Deciding;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Comments.Queue;

/// <summary>What the script of the queue asks for, below /newsroom/api/comments.</summary>
internal static class QueueRoutes
{
    /// <summary>Comments that one question may be about.</summary>
    private const int MostAsked = 200;

    public static void MapQueue(this IEndpointRouteBuilder comments)
    {
        comments.MapGet("/now", NowAsync);
        comments.MapPost("/decisions", DecideAsync);
        comments.MapPut("/{id:guid}/opening", OpenAsync);
        comments.MapDelete("/{id:guid}/opening", CloseAsync);
    }

    /// <summary>How many wait, how many lie behind the last on the page, and what has become of those on it.</summary>
    private static async Task<Results<StatusCodeHttpResult, ContentHttpResult, ProblemHttpResult>> NowAsync(
        string? shelf, string? last, string? ids, HttpContext http, NewsDb db, QueueReader queue, ICurrentAccount who, TimeProvider clock, CancellationToken ct)
    {
        var asked = (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.TryParse(id, out var read) ? read : (Guid?)null).ToList();
        if (QueueShelves.Of(shelf) is not { } wanted || asked.Count > MostAsked || asked.Contains(null)) return TypedResults.Problem("The request could not be understood.", statusCode: StatusCodes.Status400BadRequest);
        var shown = asked.OfType<Guid>().ToList();
        var now = clock.GetUtcNow();
        var counts = await queue.CountAsync(ct);
        var behind = QueuePlace.Of(last) is { } place ? await queue.CountAfterAsync(wanted, place, ct) : shown.Count == 0 ? Math.Min(counts.On(wanted) ?? 0, QueueReader.PageSize) : 0;
        var rows = shown.Count == 0 ? [] : await db.Comments.AsNoTracking().Where(c => shown.Contains(c.Id)).Select(c => new { c.Id, c.State, c.Version, c.OpenedById, c.OpenedBy, c.OpenedUntil }).ToListAsync(ct);
        var body = JsonSerializer.SerializeToUtf8Bytes(new QueueNow(
            counts.Pending, counts.Reported, counts.Appeals, counts.Total, behind,
            [.. rows.OrderBy(r => r.Id).Select(r => new ShownNow(r.Id, r.State.ToString().ToLowerInvariant(), $"{r.Id}:{r.Version}", r.OpenedUntil > now && r.OpenedById != who.Id ? r.OpenedBy : null))]), JsonSerializerOptions.Web);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Contains(tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(System.Text.Encoding.UTF8.GetString(body), "application/json");
    }

    private static async Task<Results<Ok<DecisionAnswer>, ProblemHttpResult>> DecideAsync(DecisionRequest request, Decisions decisions, CancellationToken ct) =>
        await decisions.DecideAsync(request, ct) is { } outcomes
            ? TypedResults.Ok(new DecisionAnswer(outcomes))
            : TypedResults.Problem($"Send what is to be done and with which comments, at most {Decisions.Most}.", statusCode: StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<OpeningAnswer>, NotFound>> OpenAsync(Guid id, int version, CommentBook book, CancellationToken ct) => await book.OpenAsync(id, version, ct) switch
    {
        "" => TypedResults.NotFound(),
        var other => TypedResults.Ok(new OpeningAnswer(other)),
    };

    private static async Task<NoContent> CloseAsync(Guid id, CommentBook book, CancellationToken ct)
    {
        await book.CloseAsync(id, ct);
        return TypedResults.NoContent();
    }
}

/// <summary>The queue at this moment.</summary>
/// <param name="Pending">How many wait for a moderator.</param>
/// <param name="Reported">How many are reported.</param>
/// <param name="Appeals">How many appeals wait.</param>
/// <param name="Total">All together.</param>
/// <param name="Behind">How many lie behind the last on the page.</param>
/// <param name="Shown">Those on the page.</param>
internal sealed record QueueNow(int Pending, int Reported, int Appeals, int Total, int Behind, IReadOnlyList<ShownNow> Shown);

/// <summary>A comment on somebody's page at this moment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Item">The comment with its version.</param>
/// <param name="OpenedBy">The other moderator who has it open; null for nobody.</param>
internal sealed record ShownNow(Guid Id, string State, string Item, string? OpenedBy);

/// <summary>What became of decisions.</summary>
/// <param name="Outcomes">One for each comment.</param>
internal sealed record DecisionAnswer(IReadOnlyList<DecisionOutcome> Outcomes);

/// <summary>Who has a comment open.</summary>
/// <param name="OpenedBy">The other moderator; null when no other has it open.</param>
internal sealed record OpeningAnswer(string? OpenedBy);
