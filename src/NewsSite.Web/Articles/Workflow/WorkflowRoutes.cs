using Microsoft.AspNetCore.Mvc;
using NewsSite.Core.Content;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Newsroom;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>The acts of the newsroom on an article, below /newsroom/api/articles/{id}. Each answers with where the story stands then.</summary>
internal static class WorkflowRoutes
{
    public static void MapWorkflow(this IEndpointRouteBuilder routes)
    {
        var seeing = routes.MapNewsroom("/articles/{id:guid}", Permission.SeeAllStories);
        seeing.MapGet("/standing", async (Guid id, StandingReader standing, CancellationToken ct) => await standing.FindAsync(id, ct) is { } found ? TypedResults.Ok(found) : DraftProblem.NoArticle());
        seeing.MapGet("/effects", async (Guid id, Effects effects, CancellationToken ct) => await effects.OfAsync(id, ct) is { } found ? TypedResults.Ok(found) : DraftProblem.NoArticle());

        var writing = routes.MapNewsroom("/articles/{id:guid}", Permission.WriteStories);
        writing.MapPost("/submit", (Guid id, RevisionRequest request, Review review, ActAnswers answers, CancellationToken ct) => answers.OfAsync(review.SubmitAsync(id, request.Revision, Plain.Lines(request.Note), ct), ct));
        writing.MapPost("/take-back", (Guid id, Review review, ActAnswers answers, CancellationToken ct) => answers.OfAsync(review.TakeBackAsync(id, ct), ct));
        writing.MapPut("/plan", (Guid id, PlanRequest request, Embargoes embargoes, ActAnswers answers, CancellationToken ct) => answers.OfAsync(embargoes.PlanAsync(id, request.Day, ct), ct));
        writing.MapPut("/embargo", (Guid id, MinuteRequest request, Embargoes embargoes, ActAnswers answers, CancellationToken ct) => answers.OfAsync(embargoes.SetAsync(id, request.Minute, ct), ct));

        var approving = routes.MapNewsroom("/articles/{id:guid}", Permission.ApproveStories);
        approving.MapPost("/approve", (Guid id, RevisionRequest request, Review review, ActAnswers answers, CancellationToken ct) => answers.OfAsync(review.ApproveAsync(id, request.Revision, Plain.Lines(request.Note), ct), ct));
        approving.MapPost("/send-back", (Guid id, NoteRequest request, Review review, ActAnswers answers, CancellationToken ct) => answers.OfAsync(review.SendBackAsync(id, Plain.Lines(request.Note), ct), ct));
        routes.MapNewsroom("/forced/{forced:guid}", Permission.ApproveStories)
            .MapPost("/look", (Guid forced, NoteRequest request, Review review, ActAnswers answers, CancellationToken ct) => answers.OfAsync(review.LookAsync(forced, Plain.Lines(request.Note), ct), ct));

        Publishing(routes.MapNewsroom("/articles/{id:guid}", Permission.PublishStories));
        routes.MapNewsroom("/articles/{id:guid}", Permission.ForcePublication)
            .MapPost("/force", (Guid id, ForceRequest request, Publication publication, ActAnswers answers, CancellationToken ct) => answers.OfAsync(publication.ForceAsync(id, request.Revision, Plain.Lines(request.Reason), ct), ct));
        routes.MapNewsroom("/timed/{act:guid}", Permission.PublishStories)
            .MapPut("", (Guid act, MinuteRequest request, Scheduling scheduling, ActAnswers answers, CancellationToken ct) => answers.OfAsync(scheduling.MoveAsync(act, request.Minute, ct), ct));
    }

    private static void Publishing(RouteGroupBuilder publishing)
    {
        publishing.MapPut("/live", (Guid id, RevisionRequest request, Publication publication, ActAnswers answers, CancellationToken ct) => answers.OfAsync(publication.GoLiveAsync(id, request.Revision, ct), ct));
        publishing.MapDelete("/live", (Guid id, [FromBody] ReasonRequest? request, Publication publication, ActAnswers answers, CancellationToken ct) => answers.OfAsync(publication.BackToDraftAsync(id, Plain.Lines(request?.Reason), ct), ct));
        publishing.MapPost("/withdraw", (Guid id, WithdrawalRequest request, Publication publication, ActAnswers answers, CancellationToken ct) =>
            answers.OfAsync(request.Withdrawal is { } withdrawal ? publication.WithdrawAsync(id, withdrawal, Plain.Lines(request.Why), ct) : NoReason, ct));
        publishing.MapPut("/schedule", (Guid id, ScheduleRequest request, Scheduling scheduling, ActAnswers answers, CancellationToken ct) => answers.OfAsync(scheduling.PublishAtAsync(id, request.Revision, request.Minute, ct), ct));
        publishing.MapDelete("/schedule", (Guid id, Scheduling scheduling, ActAnswers answers, CancellationToken ct) => answers.OfAsync(scheduling.GiveUpAsync(id, TimedKind.Publish, ct), ct));
        publishing.MapPut("/withdrawal", (Guid id, WithdrawalRequest request, Scheduling scheduling, ActAnswers answers, CancellationToken ct) =>
            answers.OfAsync(request.Withdrawal is { } withdrawal ? scheduling.WithdrawAtAsync(id, withdrawal, request.Minute, Plain.Lines(request.Why), ct) : NoReason, ct));
        publishing.MapDelete("/withdrawal", (Guid id, Scheduling scheduling, ActAnswers answers, CancellationToken ct) => answers.OfAsync(scheduling.GiveUpAsync(id, TimedKind.Withdraw, ct), ct));
        publishing.MapDelete("/embargo", (Guid id, [FromBody] ReasonRequest? request, Embargoes embargoes, ActAnswers answers, CancellationToken ct) => answers.OfAsync(embargoes.LiftAsync(id, Plain.Lines(request?.Reason), ct), ct));
    }

    private static Task<ActOutcome> NoReason => Task.FromResult<ActOutcome>(new ActOutcome.Refused("Choose why: published in error, superseded, or legal."));
}
