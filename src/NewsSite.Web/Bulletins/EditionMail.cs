namespace NewsSite.Web.Bulletins;

/// <summary>Where one reader's mail stands.</summary>
internal enum EditionMailState
{
    /// <summary>Nobody has it in hand.</summary>
    Waiting,

    /// <summary>A node has it in hand and has not begun to hand it over: when the node dies, another takes it up.</summary>
    Claimed,

    /// <summary>A node is handing it over: when the node dies, nobody knows whether it was taken, and it is not sent again.</summary>
    Begun,

    /// <summary>Taken by a server.</summary>
    Sent,

    /// <summary>Refused, or tried in vain for too long.</summary>
    Failed,

    /// <summary>It may have been taken. It is not sent again.</summary>
    Unknown,

    /// <summary>The reader left before, or nothing was left in it for them.</summary>
    Left,
}

/// <summary>One reader's mail of one edition: there is one row for each, ever.</summary>
internal sealed class EditionMail
{
    public required Guid EditionId { get; init; }

    public required Guid SubscriberId { get; init; }

    public EditionMailState State { get; set; }

    /// <summary>The claim that it is in; null while it waits.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>Until when the claim holds; null while it waits.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Tries { get; set; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>What was wrong at the last try, without the address; null for nothing.</summary>
    public string? Fault { get; set; }
}
