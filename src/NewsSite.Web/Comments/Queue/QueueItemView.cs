namespace NewsSite.Web.Comments.Queue;

/// <summary>A comment on a page on which it is decided.</summary>
/// <param name="Entry">The comment.</param>
/// <param name="Page">The page.</param>
internal sealed record QueueItemView(QueueEntry Entry, ModeratingPage Page)
{
    /// <summary>Where it stands, in a few words.</summary>
    public string StateWords => Entry.Comment switch
    {
        { ErasedAt: not null } => "erased",
        { State: CommentState.Unconfirmed } => "not confirmed yet",
        { State: CommentState.Pending } => "waiting",
        { State: CommentState.Approved, ReportedAt: not null } => "reported",
        { State: CommentState.Approved } => "approved",
        { State: CommentState.Refused } when Entry.Appeal is { DecidedAt: null } => "refused, appealed",
        { State: CommentState.Refused } => "refused",
        _ => "spam",
    };
}

/// <summary>The fields of a refusal.</summary>
/// <param name="Key">What tells its inputs from those of other forms on the page.</param>
/// <param name="Reason">The reason that was chosen; null for none.</param>
/// <param name="Sentence">The sentence as it was typed; null for none.</param>
/// <param name="ReasonFault">What is wrong with the reason; null for nothing.</param>
/// <param name="SentenceFault">What is wrong with the sentence; null for nothing.</param>
internal sealed record RefusalFields(string Key, string? Reason, string? Sentence, string? ReasonFault, string? SentenceFault);
