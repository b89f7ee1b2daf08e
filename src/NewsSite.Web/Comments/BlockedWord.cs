namespace NewsSite.Web.Comments;

/// <summary>A word, or words, with which no comment appears unread.</summary>
public sealed class BlockedWord
{
    /// <summary>In lower case.</summary>
    public required string Word { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who added it.</summary>
    public required string By { get; init; }
}
