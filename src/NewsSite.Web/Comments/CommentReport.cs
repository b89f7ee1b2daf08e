namespace NewsSite.Web.Comments;

/// <summary>A reader's report of a comment.</summary>
public sealed class CommentReport
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The comment's id.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required CommentReason Reason { get; init; }

    /// <summary>The same in the reader's words; empty for none, and once erased.</summary>
    public required string Words { get; set; }

    /// <summary>Where the outcome is sent; null when the reader gave no address, and once erased.</summary>
    public string? Email { get; set; }

    /// <summary>Keyed hash of the network address; null for none, and after 30 days.</summary>
    public string? AddressHash { get; set; }

    /// <summary>When a moderator looked; null for not yet.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Whether the comment was taken from readers; null until a moderator has looked.</summary>
    public bool? IsUpheld { get; set; }
}
