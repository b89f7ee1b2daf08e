using NewsSite.Web.Api;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Writing;

/// <summary>Answers to programs that write.</summary>
internal sealed class WritingAnswers(DraftReader drafts, StandingReader standing, Site site)
{
    /// <summary>The draft; 404 when there is none.</summary>
    public async Task<IResult> DraftAsync(Guid id, HttpResponse response, CancellationToken ct)
    {
        if (await DocumentAsync(id, [], ct) is not { } document) return DraftProblem.NoArticle();
        Tag(response, document.Revision);
        return TypedResults.Ok(document);
    }

    /// <summary>Where the story stands now, or why nothing was done.</summary>
    public async Task<IResult> OfAsync(HttpResponse response, ActOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case ActOutcome.Done(var article):
                var now = await standing.FindAsync(article.Id, ct);
                Tag(response, now!.Head);
                return TypedResults.Ok(now);
            case ActOutcome.NotNewest(var head):
                return TypedResults.Problem($"{head.SavedBy} has saved this story since. Read the draft again before you go on.", statusCode: StatusCodes.Status412PreconditionFailed, extensions: [new("head", HeadAnswer.Of(head))]);
            case ActOutcome.Stopped(var issues):
                return DraftProblem.Refused(issues);
            case ActOutcome.Refused(var why):
                return TypedResults.Problem(why, title: "This cannot be done", statusCode: StatusCodes.Status422UnprocessableEntity);
            default:
                return DraftProblem.NoArticle();
        }
    }

    /// <summary>The draft as it is saved now, or why it is not.</summary>
    /// <param name="response">Takes the entity tag and whatever else the answer needs.</param>
    /// <param name="outcome">What became of the save.</param>
    /// <param name="isNew">Whether the story began with it.</param>
    /// <param name="ct">Cancelled when nobody waits any more.</param>
    public async Task<IResult> OfAsync(HttpResponse response, SaveOutcome outcome, bool isNew, CancellationToken ct)
    {
        switch (outcome)
        {
            case SaveOutcome.Kept(var article, var head, _, var mergedOf):
                Tag(response, head.Id);
                var document = await DocumentAsync(article.Id, mergedOf, ct);
                return isNew ? TypedResults.Created(site.Address($"/api/v1/drafts/{article.Id}"), document) : TypedResults.Ok(document);
            case SaveOutcome.Conflicting(var head, var merge):
                return DraftProblem.Conflicting(head, merge);
            case SaveOutcome.Refused("base", _):
                return IfMatch.NoRevision();
            case SaveOutcome.Refused(var field, var why):
                return DraftProblem.Refused([JsonFields.Fault(null, field, why)]);
            case SaveOutcome.NoArticle:
                return DraftProblem.NoArticle();
            default:
                response.Headers.RetryAfter = "1";
                return TypedResults.Problem("Many people are saving this story at once. Nothing is lost; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<DraftDocument?> DocumentAsync(Guid id, IReadOnlyList<string> mergedOf, CancellationToken ct) =>
        await drafts.FindAsync(id, ct) is { } draft && await standing.FindAsync(id, ct) is { } now
            ? new(id, draft.Revision, draft.SavedAt, draft.SavedBy, draft.Content, mergedOf, draft.Issues, now)
            : null;

    private static void Tag(HttpResponse response, Guid? revision)
    {
        if (revision is { } known) response.Headers.ETag = IfMatch.TagOf(known);
    }
}
