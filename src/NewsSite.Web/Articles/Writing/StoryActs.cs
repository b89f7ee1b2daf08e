using NewsSite.Core.Content;
using NewsSite.Web.Accounts.Tokens;
using NewsSite.Web.Api;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Writing;

/// <summary>What is done to a story as a whole, below /api/v1/drafts/{id}. Each act names the newest revision by If-Match and answers with where the story stands then.</summary>
internal static class StoryActs
{
    private static readonly NoteRequest NoNote = new((string?)null);

    public static void MapStoryActs(this IEndpointRouteBuilder routes)
    {
        var drafts = routes.MapApi("/drafts/{id:guid}", WriteStories.Group);
        drafts.MapPost("/submit", (Guid id, HttpContext http, ActDesk desk, Review review, CancellationToken ct) => desk.DoAsync(http, NoNote, (body, revision) => review.SubmitAsync(id, revision, Plain.Lines(body.Note), ct), ct))
            .As("submitStory", "Sends a story for review", "Another person's eyes come before readers': somebody who did not write it approves it.", Permission.WriteStories).Repeatable()
            .TakesJson("A note for whoever reviews it, or nothing.", new NoteRequest("The figures are from page 4 of the survey."), isRequired: false);
        drafts.MapPost("/approve", (Guid id, HttpContext http, ActDesk desk, Review review, CancellationToken ct) => desk.DoAsync(http, NoNote, (body, revision) => review.ApproveAsync(id, revision, Plain.Lines(body.Note), ct), ct))
            .As("approveStory", "Approves a story", "Exactly the words of the revision. The approval of somebody who wrote in it does not suffice alone.", Permission.ApproveStories).Repeatable()
            .TakesJson("A note for the writer, or nothing.", new NoteRequest("Well found."), isRequired: false);
        drafts.MapPost("/send-back", (Guid id, HttpContext http, ActDesk desk, Review review, CancellationToken ct) => desk.DoAsync(http, null, (NoteRequest body, Guid revision) => review.SendBackAsync(id, Plain.Lines(body.Note), ct, revision), ct))
            .As("sendBackStory", "Sends a story back to its writer", "With a note on what is missing, which the writer gets by mail as well.", Permission.ApproveStories).Repeatable()
            .TakesJson("What is missing.", new NoteRequest("Ask the harbour master too."));
        drafts.MapPost("/publish", (Guid id, HttpContext http, ActDesk desk, Publication publication, CancellationToken ct) => desk.DoAsync(http, revision => publication.GoLiveAsync(id, revision, ct), ct))
            .As("publishStory", "Shows a story to readers", "At once. It has to be approved, and nothing in it may stop publication. There is no body.", Permission.PublishStories).Repeatable();
        drafts.MapPut("/schedule", (Guid id, HttpContext http, ActDesk desk, Scheduling scheduling, CancellationToken ct) => desk.DoAsync(http, null, (MinuteRequest body, Guid revision) => scheduling.PublishAtAsync(id, revision, body.Minute, ct), ct))
            .As("scheduleStory", "Chooses the minute at which a story goes live", "On the site's clock on the wall. Everything that publication needs is looked at now, and again then.", Permission.PublishStories)
            .TakesJson("The minute, and of one that comes twice when the clocks go back, which.", new MinuteRequest("2026-05-04 06:00"));
        drafts.MapDelete("/schedule", (Guid id, HttpContext http, ActDesk desk, Scheduling scheduling, CancellationToken ct) => desk.DoAsync(http, revision => scheduling.GiveUpAsync(id, TimedKind.Publish, ct, revision), ct))
            .As("unscheduleStory", "Takes a story from the schedule", "It stays approved. Does nothing to one that waits for no minute.", Permission.PublishStories);
        drafts.MapPost("/withdraw", (Guid id, HttpContext http, ActDesk desk, Publication publication, Scheduling scheduling, CancellationToken ct) => desk.DoAsync(http, null, (WithdrawRequest body, Guid revision) => WithdrawAsync(id, revision, body, publication, scheduling, ct), ct))
            .As("withdrawStory", "Withdraws a story that readers see", "Now, or at a minute. Its address tells readers why, or leads to the page that takes its place.", Permission.PublishStories).Repeatable()
            .TakesJson("Why, and what readers meet in its place.", new WithdrawRequest("publishedInError", "This story was published before it was complete.", Why: "Sent out by the wrong button."));
        drafts.MapDelete("/withdrawal", (Guid id, HttpContext http, ActDesk desk, Scheduling scheduling, CancellationToken ct) => desk.DoAsync(http, revision => scheduling.GiveUpAsync(id, TimedKind.Withdraw, ct, revision), ct))
            .As("keepStory", "Gives up the withdrawal that a story waits for", "Does nothing to one that waits for none.", Permission.PublishStories);
    }

    private static Task<ActOutcome> WithdrawAsync(Guid id, Guid revision, WithdrawRequest body, Publication publication, Scheduling scheduling, CancellationToken ct)
    {
        if (body.Withdrawal is not { } withdrawal) return Task.FromResult<ActOutcome>(new ActOutcome.Refused("Choose why: publishedInError, superseded or legal."));
        return body.At is null
            ? publication.WithdrawAsync(id, withdrawal, Plain.Lines(body.Why), ct, revision)
            : scheduling.WithdrawAtAsync(id, withdrawal, new MinuteRequest(body.At, body.Occurrence).Minute, Plain.Lines(body.Why), ct, revision);
    }

    private static RouteHandlerBuilder As(this RouteHandlerBuilder act, string name, string summary, string description, Permission permission) => act
        .WithName(name).WithSummary(summary).WithDescription(description)
        .Takes(WriteStories.Id).ForTokens(permission).WithMetadata(WriteStories.Revision).Produces<StandingAnswer>().Shows(DraftExamples.Draft.Standing)
        .Says(StatusCodes.Status404NotFound, "There is no such story.")
        .Says(StatusCodes.Status412PreconditionFailed, "If-Match names no revision, or one that is not the newest any more; head then says which is.")
        .Says(StatusCodes.Status422UnprocessableEntity, "A rule stands against it; detail says which, and issues what in the story does.")
        .Says(StatusCodes.Status428PreconditionRequired, "The header If-Match is missing.");
}

/// <summary>A withdrawal, now or at a minute.</summary>
/// <param name="Reason">Why: <c>publishedInError</c>, <c>superseded</c> or <c>legal</c>.</param>
/// <param name="Note">A sentence or two for readers; null for none.</param>
/// <param name="To">When it is superseded, the path of the page that takes its place; null otherwise.</param>
/// <param name="Why">Why, for colleagues and the record; null for nothing more.</param>
/// <param name="At">The minute, such as 2026-10-25 06:00; null for now.</param>
/// <param name="Occurrence">Of a minute that comes twice, <c>first</c> or <c>second</c>; null otherwise.</param>
internal sealed record WithdrawRequest(string? Reason, string? Note = null, string? To = null, string? Why = null, string? At = null, string? Occurrence = null)
{
    internal Withdrawal? Withdrawal => Kind is { } reason ? new(reason, Plain.Line(Note), Plain.Line(To)) : null;

    private WithdrawalReason? Kind => Reason switch
    {
        "publishedInError" => WithdrawalReason.PublishedInError,
        "superseded" => WithdrawalReason.Superseded,
        "legal" => WithdrawalReason.Legal,
        _ => null,
    };
}

/// <summary>Does acts that programs ask for.</summary>
internal sealed class ActDesk(ApiJson json, WritingAnswers answers)
{
    /// <summary>An act that needs to know nothing but the revision.</summary>
    public async Task<IResult> DoAsync(HttpContext http, Func<Guid, Task<ActOutcome>> act, CancellationToken ct) =>
        IfMatch.RefusalOf(http.Request, out var revision) ?? await answers.OfAsync(http.Response, await act(revision), ct);

    /// <summary>An act with a body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="otherwise">What stands for no body; null where there must be one.</param>
    /// <param name="act">Does it to a revision.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<IResult> DoAsync<T>(HttpContext http, T? otherwise, Func<T, Guid, Task<ActOutcome>> act, CancellationToken ct)
        where T : class
    {
        if (IfMatch.RefusalOf(http.Request, out var revision) is { } unmatched) return unmatched;
        var (body, refusal) = await json.ReadAsync(http.Request, otherwise, ct);
        return refusal ?? await answers.OfAsync(http.Response, await act(body!, revision), ct);
    }
}
