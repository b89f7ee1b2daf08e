using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>An article as its editor is given it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Revision">The newest revision: the base of the next save. Null before the first one.</param>
/// <param name="Content">What that revision holds.</param>
/// <param name="SavedAt">When it was saved; null before the first save.</param>
/// <param name="SavedBy">Who saved it; null before the first save.</param>
/// <param name="State">Where the article stands.</param>
/// <param name="Live">The revision that readers see; null while they see none.</param>
/// <param name="Address">Its page for readers; null while they see none.</param>
/// <param name="Issues">What an editor should look at.</param>
public sealed record DraftAnswer(
    Guid Id, string Slug, Guid? Revision, DraftContent Content, DateTimeOffset? SavedAt, string? SavedBy, ArticleState State, Guid? Live, string? Address, IReadOnlyList<StoryIssue> Issues);

/// <summary>A save.</summary>
/// <param name="Base">The revision that the writer started from; null for an article that is new.</param>
/// <param name="Content">What is to be saved.</param>
/// <param name="Reason">Why, in the writer's words; null for no reason given.</param>
/// <param name="Tab">
/// A name that the window gives itself, up to 40 characters; null for none. A window whose earlier save was kept but whose answer was lost may go on
/// from its old base without meeting its own words as somebody else's. It is made anew whenever a page opens and never kept: two windows of one name would
/// write over each other.
/// </param>
public sealed record SaveRequest(Guid? Base, DraftContent Content, string? Reason, string? Tab);

/// <summary>What became of a save.</summary>
/// <param name="Revision">The newest revision: the base of the next save.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="Slug">The article's slug; it follows the headline until the first publication.</param>
/// <param name="State">Where the article stands.</param>
/// <param name="Work">Where the newest words stand on their way to readers.</param>
/// <param name="Live">The revision that readers see; null while they see none.</param>
/// <param name="Merged">What that revision holds, when it is not what was sent: somebody else's changes are in it. Null otherwise.</param>
/// <param name="MergedOf">Whose changes those are, whoever saved first; empty when nothing was merged.</param>
/// <param name="Issues">What an editor should look at.</param>
public sealed record SavedAnswer(
    Guid Revision, DateTimeOffset SavedAt, string Slug, ArticleState State, WorkState Work, Guid? Live, DraftContent? Merged, IReadOnlyList<string> MergedOf, IReadOnlyList<StoryIssue> Issues);

/// <summary>The newest revision of an article.</summary>
/// <param name="Revision">Its id.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="SavedAt">When.</param>
public sealed record HeadAnswer(Guid Revision, string SavedBy, DateTimeOffset SavedAt)
{
    /// <summary>The answer for a revision.</summary>
    public static HeadAnswer Of(Revision head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new(head.Id, head.SavedBy, head.SavedAt);
    }
}
