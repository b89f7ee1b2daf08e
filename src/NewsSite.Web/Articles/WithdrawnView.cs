using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles;

/// <summary>A page in the place of a story that was withdrawn. It names neither the story nor anything of it.</summary>
/// <param name="Heading">What has happened.</param>
/// <param name="Words">What that means; null where the heading says everything that may be said.</param>
/// <param name="Note">What the newsroom adds; null for nothing.</param>
/// <param name="Latest">The newest stories, so that nobody stands at a dead end.</param>
public sealed record WithdrawnView(string Heading, string? Words, string? Note, IReadOnlyList<Teaser> Latest)
{
    /// <summary>The page for a reason.</summary>
    public static WithdrawnView Of(AbsentStory story, IReadOnlyList<Teaser> latest)
    {
        ArgumentNullException.ThrowIfNull(story);
        var (heading, words) = story.Reason switch
        {
            WithdrawalReason.PublishedInError => ("This story was published in error", "It should not have been published here, and has been withdrawn."),
            WithdrawalReason.Legal => ("This story has been withdrawn for legal reasons", (string?)null),
            _ => ("This story has been withdrawn", "It was published here and has been taken back."),
        };
        return new(heading, words, story.Note, latest);
    }
}
