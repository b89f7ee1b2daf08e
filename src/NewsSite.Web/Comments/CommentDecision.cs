using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

/// <summary>A decision on a comment: who or what, when, why. Written once; it names nobody but people of the newsroom.</summary>
[WrittenOnce]
public sealed class CommentDecision
{
    /// <summary>Rises with time.</summary>
    public long Id { get; private init; }

    /// <summary>The comment's id.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required CommentAct Act { get; init; }

    /// <summary>The account that decided; null for a step, a reader or the writer.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Name of the moderator or of the step; "reader" or "writer".</summary>
    public required string By { get; init; }

    /// <summary>The state before.</summary>
    public required CommentState From { get; init; }

    /// <summary>The state after; what a step would have made of it.</summary>
    public required CommentState To { get; init; }

    /// <summary>Why.</summary>
    public required CommentReason Reason { get; init; }

    /// <summary>The moderator's or the step's sentence; null for none.</summary>
    public string? Sentence { get; init; }
}
