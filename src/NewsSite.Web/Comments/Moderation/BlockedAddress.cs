namespace NewsSite.Web.Comments.Moderation;

/// <summary>The e-mail address of somebody who was blocked and had everything about them erased: a keyed hash, so that they do not come back as another.</summary>
public sealed class BlockedAddress
{
    /// <summary>The keyed hash.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was erased.</summary>
    public required DateTimeOffset At { get; init; }
}
