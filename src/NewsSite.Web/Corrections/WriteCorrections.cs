using Microsoft.EntityFrameworkCore;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.Writing;
using NewsSite.Web.Data;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Corrections;

/// <summary>A correction that a program sends.</summary>
/// <param name="Wrong">What was wrong, as readers are told; at most 1,000 characters.</param>
/// <param name="Right">What is right; at most as many.</param>
internal sealed record CorrectionRequest(string? Wrong, string? Right);

/// <summary>POST /api/v1/drafts/{id}/corrections</summary>
internal static class WriteCorrections
{
    private static readonly CorrectionEntry Example = new(
        "2026-05-03-storm-takes-the-pier", new(2026, 5, 3, 9, 30, 0, TimeSpan.FromHours(1)), "3 May 2026, 9:30 am", "We said that the pier was built in 1896.", "It was built in 1869.", null);

    public static void MapWriteCorrections(this IEndpointRouteBuilder routes) => routes.MapApi("/drafts/{id:guid}", WriteStories.Group).MapPost("/corrections", HandleAsync)
        .WithName("correctStory").WithSummary("Tells readers what was wrong in a live story")
        .WithDescription("The note stands on the story, on the page of corrections, in feeds and in the API, and is never deleted. Correct the words themselves by a save.")
        .Takes(WriteStories.Id).ForTokens(Permission.CorrectStories).Repeatable()
        .TakesJson("What was wrong, and what is right.", new CorrectionRequest(Example.Wrong, Example.Right))
        .Succeeds<CorrectionEntry>(StatusCodes.Status201Created, "Readers see the correction.").Shows(Example)
        .Says(StatusCodes.Status404NotFound, "There is no such story.")
        .Says(StatusCodes.Status409Conflict, "Readers cannot see the story, so that there is nothing to correct before them. Or the same request is being done at this moment.")
        .Says(StatusCodes.Status422UnprocessableEntity, "The correction is not complete; faults says what is missing.");

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, ApiJson json, CorrectionBook book, NewsDb db, Site site, TimeProvider clock, CancellationToken ct)
    {
        var (body, refusal) = await json.ReadAsync<CorrectionRequest>(http.Request, null, ct);
        if (refusal is not null) return refusal;
        var words = new CorrectionWords(body!.Wrong, body.Right);
        var made = http.ReservedId(clock).BegunAt is { } begun ? await MadeSinceAsync(id, words.Clean(), begun, db, ct) : null;
        return KeepCorrections.Answer(site, id, made is null ? await book.AddAsync(id, words, ct) : new CorrectionOutcome.Done(made), isNew: true, address: null);
    }

    // A request that was cut off may have come to its end all the same.
    private static Task<Correction?> MadeSinceAsync(Guid article, CorrectionWords words, DateTimeOffset begun, NewsDb db, CancellationToken ct)
    {
        var since = begun.AddSeconds(-1); // corrections are kept to the second
        return db.Corrections.AsNoTracking().FirstOrDefaultAsync(c => c.ArticleId == article && c.At >= since && c.Wrong == words.Wrong && c.Right == words.Right, ct);
    }
}
