namespace NewsSite.Web.Articles.Workflow;

/// <summary>What an act has done so far, and what is still to be done with it.</summary>
/// <typeparam name="T">Its answer.</typeparam>
/// <param name="Outcome">The answer.</param>
/// <param name="IsKept">Whether it is saved; otherwise nothing is.</param>
/// <param name="Change">What readers see differently; null for nothing.</param>
/// <param name="Tags">Tags of what else is touched; null for nothing.</param>
internal readonly record struct Step<T>(T Outcome, bool IsKept, LiveChange? Change = null, IReadOnlyCollection<string>? Tags = null);

/// <summary>How an act on an article may end.</summary>
internal static class Step
{
    /// <summary>It is done, and saved.</summary>
    public static Step<ActOutcome> Kept(Article article, LiveChange? change = null, IReadOnlyCollection<string>? tags = null) => new(new ActOutcome.Done(article), true, change, tags);

    /// <summary>It was so already.</summary>
    public static Step<ActOutcome> Unchanged(Article article) => new(new ActOutcome.Done(article), false);

    /// <summary>Something stands against it.</summary>
    public static Step<ActOutcome> Against(ActOutcome outcome) => new(outcome, false);

    /// <summary>A rule stands against it, in words.</summary>
    public static Step<ActOutcome> Refused(string why) => Against(new ActOutcome.Refused(why));
}
