using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Answers to acts.</summary>
internal sealed class ActAnswers(StandingReader standing)
{
    /// <summary>Where the story stands now, or why nothing was done.</summary>
    public async Task<IResult> OfAsync(Task<ActOutcome> act, CancellationToken ct) => await act switch
    {
        ActOutcome.Done(var article) => TypedResults.Ok(await standing.FindAsync(article.Id, ct)),
        ActOutcome.NotNewest(var head) => DraftProblem.NotNewest(head),
        ActOutcome.Stopped(var issues) => DraftProblem.Refused(issues),
        ActOutcome.Refused(var why) => TypedResults.Problem(why, title: "This cannot be done", statusCode: StatusCodes.Status422UnprocessableEntity),
        _ => DraftProblem.NoArticle(),
    };
}
