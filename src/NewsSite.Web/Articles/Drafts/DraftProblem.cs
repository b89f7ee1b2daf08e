using NewsSite.Web.Articles.Checks;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Answers of the newsroom's API when an article cannot be saved or published, as problem details.</summary>
internal static class DraftProblem
{
    private const int Told = 5;

    /// <summary>422: the request is wrong, or something stops publication; <c>issues</c> says what and where.</summary>
    public static IResult Refused(IReadOnlyList<StoryIssue> issues) => TypedResults.Problem(
        string.Join(' ', issues.Select(i => i.Message).Distinct().Take(Told)) + (issues.Count > Told ? $" And {issues.Count - Told} more." : ""),
        title: "This cannot be done yet", statusCode: StatusCodes.Status422UnprocessableEntity, extensions: [new("issues", issues)]);

    /// <summary>409: somebody else has changed the same.</summary>
    public static IResult Conflicting(Revision head, Merged merge) => TypedResults.Problem(
        $"{head.SavedBy} has changed the same as you. Choose whose words stand; nothing of either is lost.",
        title: "Two people have changed this", statusCode: StatusCodes.Status409Conflict,
        extensions: [new("head", HeadAnswer.Of(head)), new("merged", merge.Content), new("conflicts", merge.Conflicts)]);

    /// <summary>409: the revision named is not the newest.</summary>
    public static IResult NotNewest(Revision head) => TypedResults.Problem(
        $"{head.SavedBy} has saved this story since. Look at the newest words before they go to readers.",
        title: "There is a newer revision", statusCode: StatusCodes.Status409Conflict, extensions: [new("head", HeadAnswer.Of(head))]);

    /// <summary>404: nothing was ever saved under this id.</summary>
    public static IResult NoArticle() => TypedResults.Problem("There is no such story. It may never have been saved.", statusCode: StatusCodes.Status404NotFound);
}
