using NewsSite.Web.Articles.Checks;
using NewsSite.Web.Articles.Drafts;
using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles.Writing;

/// <summary>A story as the newsroom writes it: its newest revision, and where it stands.</summary>
/// <param name="Id">Permanent id; that of the article in the rest of the API.</param>
/// <param name="Revision">The newest revision; the entity tag is the same in quotation marks. Null before the first save.</param>
/// <param name="SavedAt">When it was saved, in UTC; null before the first save.</param>
/// <param name="SavedBy">Who saved it; null before the first save.</param>
/// <param name="Content">What it holds. Change what you want to change and send the whole back.</param>
/// <param name="MergedOf">In the answer to a save, whose changes were merged in; otherwise empty.</param>
/// <param name="Issues">What somebody should look at before publication.</param>
/// <param name="Standing">Where the story stands.</param>
internal sealed record DraftDocument(
    Guid Id, Guid? Revision, DateTimeOffset? SavedAt, string? SavedBy, DraftContent Content, IReadOnlyList<string> MergedOf, IReadOnlyList<StoryIssue> Issues, StandingAnswer Standing);
