namespace NewsSite.Web.Comments;

/// <summary>A writer's appeal against a refusal: one for each comment.</summary>
public sealed class CommentAppeal
{
    /// <summary>The comment's id.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why the writer thinks that it was wrong; empty once erased.</summary>
    public required string Words { get; set; }

    /// <summary>The moderator who had refused, and may not decide; null for none.</summary>
    public Guid? AgainstId { get; init; }

    /// <summary>When another moderator decided; null for not yet.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who did; null for nobody yet.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>Whether the writer was right; null for not yet decided.</summary>
    public bool? IsUpheld { get; set; }
}
