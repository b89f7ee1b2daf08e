namespace NewsSite.Web.Bulletins;

/// <summary>What kind of mail an edition is.</summary>
internal enum EditionKind
{
    /// <summary>The bulletin of a day.</summary>
    Daily,

    /// <summary>The news that a story has gone live.</summary>
    Alert,
}

/// <summary>Where an edition stands.</summary>
internal enum EditionState
{
    /// <summary>Its minute has not come, or it is held.</summary>
    Planned,

    /// <summary>Made: its readers are settled and get it now.</summary>
    Sending,

    /// <summary>Nobody waits for it any more.</summary>
    Sent,

    /// <summary>An editor decided that it does not go, or its time passed: the next bulletin overtook it, the alert was no news any more.</summary>
    Skipped,

    /// <summary>There was nothing new in it for anybody.</summary>
    Empty,
}

/// <summary>A bulletin of one day, or an alert about one story. There is at most one for each; without a row, nothing has been decided on it.</summary>
internal sealed class Edition
{
    public required Guid Id { get; init; }

    public required EditionKind Kind { get; init; }

    /// <summary>The day of a bulletin on the site's clock; null for an alert.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The story of an alert; null for a bulletin.</summary>
    public Guid? ArticleId { get; init; }

    public EditionState State { get; set; }

    /// <summary>When it is due; of an alert whose story is not live yet, some time to come.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>A line of the newsroom's own at its top; null for none.</summary>
    public string? Line { get; set; }

    /// <summary>Who holds it back; null for nobody.</summary>
    public string? HeldBy { get; set; }

    /// <summary>Who looked at it and let it go; null for nobody, which only the first of its kind needs.</summary>
    public string? ReleasedBy { get; set; }

    /// <summary>When its stories and readers were settled; null before.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>When the last of its mails was settled; null before.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Of an alert, the subscriptions that it answers, as <see cref="Wanted"/> writes them.</summary>
    public IReadOnlyList<string> Subjects { get; set; } = [];

    /// <summary>Once done: mails that a server took.</summary>
    public int Sent { get; set; }

    /// <summary>Once done: mails that no server took.</summary>
    public int Failed { get; set; }

    /// <summary>Once done: mails of which nobody knows whether a server took them.</summary>
    public int Unknown { get; set; }

    /// <summary>Once done: readers who left before their mail went, or for whom nothing was left in it.</summary>
    public int Left { get; set; }

    public int Version { get; set; }

    /// <summary>What the audit trail calls a bulletin; null for an alert, which belongs to its story.</summary>
    public string? Subject => Day is null ? null : $"bulletins/{Day:yyyy-MM-dd}";
}

/// <summary>A story that an edition carries.</summary>
internal sealed class EditionStory
{
    public required Guid EditionId { get; init; }

    public required Guid ArticleId { get; init; }
}

/// <summary>A correction that an edition carries.</summary>
internal sealed class EditionCorrection
{
    public required Guid EditionId { get; init; }

    /// <summary>The correction's slug; with @ and the instant of its last amendment when it was amended, which is news again.</summary>
    public required string Correction { get; init; }
}
