namespace NewsSite.Web.Comments;

/// <summary>A reader who comments, known by their e-mail address alone.</summary>
public sealed class Commenter
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address in lower case; one commenter for each.</summary>
    public required string Email { get; init; }

    /// <summary>The name last used.</summary>
    public required string Name { get; set; }

    /// <summary>When they last wrote.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When they proved that the address is theirs; null for not yet.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When they were last asked to; null for never.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>When they asked for no more mails about answers; null for not.</summary>
    public DateTimeOffset? AnswersStoppedAt { get; set; }

    /// <summary>When they were blocked; null for not.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>Why; null while not blocked.</summary>
    public string? BlockedWhy { get; set; }
}
