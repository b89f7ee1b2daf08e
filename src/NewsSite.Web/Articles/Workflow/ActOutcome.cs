using NewsSite.Web.Articles.Checks;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>What became of something that somebody wanted to do to an article.</summary>
internal abstract record ActOutcome
{
    /// <summary>It is done, or was so already.</summary>
    public sealed record Done(Article Article) : ActOutcome;

    /// <summary>There is no such article.</summary>
    public sealed record NoArticle : ActOutcome;

    /// <summary>The revision named is not the newest.</summary>
    public sealed record NotNewest(Revision Head) : ActOutcome;

    /// <summary>Something in the story stops it.</summary>
    public sealed record Stopped(IReadOnlyList<StoryIssue> Issues) : ActOutcome
    {
        /// <summary>All that stops it, in words.</summary>
        public string Words => string.Join(' ', Issues.Select(i => i.Message).Distinct());
    }

    /// <summary>A rule stands against it, in words.</summary>
    public sealed record Refused(string Why) : ActOutcome;
}
