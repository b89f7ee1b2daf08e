namespace NewsSite.Web.Comments.Queue;

/// <summary>A comment as moderators see it, with all that they need to decide.</summary>
internal sealed record QueueEntry
{
    /// <summary>The comment.</summary>
    public required Comment Comment { get; init; }

    /// <summary>Its place in the list.</summary>
    public required QueuePlace Place { get; init; }

    /// <summary>The words as readers see them, as HTML; null once erased.</summary>
    public required string? Html { get; init; }

    /// <summary>The story that it is about.</summary>
    public required StoryBeside Story { get; init; }

    /// <summary>The paragraph of the story that it seems to be about; null when its words do not tell.</summary>
    public string? Passage { get; init; }

    /// <summary>The reader who wrote it; null for somebody of the newsroom, and for an erased one.</summary>
    public CommentWriter? Writer { get; init; }

    /// <summary>What it answers; null for nothing.</summary>
    public AnsweredComment? Answered { get; init; }

    /// <summary>What the steps of moderation found, in their order.</summary>
    public required IReadOnlyList<CommentDecision> Findings { get; init; }

    /// <summary>All that was done to it since, in order.</summary>
    public required IReadOnlyList<CommentDecision> Decisions { get; init; }

    /// <summary>Reports that nobody has looked at yet, the oldest first.</summary>
    public required IReadOnlyList<CommentReport> Reports { get; init; }

    /// <summary>Its writer's appeal; null for none.</summary>
    public CommentAppeal? Appeal { get; init; }

    /// <summary>The other moderator who has it open; null for nobody.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>Whether its writer appeals against a decision of whoever looks, so that another decides.</summary>
    public bool IsOwnAppeal { get; init; }

    /// <summary>What a form sends of it: the comment, and the version that was seen.</summary>
    public string Item => $"{Comment.Id}:{Comment.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The last decision of a moderator, when it can be taken back; null otherwise.</summary>
    public CommentDecision? Last => Decisions.Count > 0 && Decisions[^1] is { Act: CommentAct.Approved or CommentAct.Refused or CommentAct.CalledSpam } last && last.To == Comment.State ? last : null;

    /// <summary>Whether a moderator can decide on it.</summary>
    public bool IsOpen => Comment.State is not CommentState.Unconfirmed && Comment.ErasedAt is null;

    /// <summary>Whether it waits for a moderator.</summary>
    public bool IsWaiting => Comment.State is CommentState.Pending || Comment.ReportedAt is not null || Appeal is { DecidedAt: null };
}

/// <summary>The story beside a comment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Its page for readers; null while they cannot see it.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Standfirst">The sentence or two under it; null for none.</param>
/// <param name="Paragraphs">Its paragraphs; empty while readers cannot see it.</param>
internal sealed record StoryBeside(Guid Id, string? Path, string Headline, string? Standfirst, IReadOnlyList<string> Paragraphs)
{
    private const int Few = 3;

    /// <summary>The first paragraphs.</summary>
    public IEnumerable<string> Beginning => Paragraphs.Take(Few);
}

/// <summary>A reader who comments, as moderators see them.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">The name last used.</param>
/// <param name="IsConfirmed">Whether the address is known to be theirs.</param>
/// <param name="BlockedAt">When they were blocked; null for not.</param>
/// <param name="BlockedWhy">Why; null for no reason given.</param>
/// <param name="Approved">Approved ones among their last <see cref="MostCounted"/>.</param>
/// <param name="Refused">Refused ones among them.</param>
/// <param name="Spam">Spam among them.</param>
/// <param name="All">All of those.</param>
internal sealed record CommentWriter(Guid Id, string Name, bool IsConfirmed, DateTimeOffset? BlockedAt, string? BlockedWhy, int Approved, int Refused, int Spam, int All)
{
    /// <summary>Comments that are looked at.</summary>
    public const int MostCounted = 100;

    /// <summary>Where all of theirs are.</summary>
    public string Path => $"/newsroom/comments/writers/{Id}";

    /// <summary>The same without one that is looked at.</summary>
    public CommentWriter Without(CommentState state) => this with
    {
        Approved = Math.Max(0, Approved - (state is CommentState.Approved ? 1 : 0)),
        Refused = Math.Max(0, Refused - (state is CommentState.Refused ? 1 : 0)),
        Spam = Math.Max(0, Spam - (state is CommentState.Spam ? 1 : 0)),
        All = Math.Max(0, All - 1),
    };
}

/// <summary>The comment that another answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its writer's name.</param>
/// <param name="Html">Its words as HTML; null once erased.</param>
internal sealed record AnsweredComment(Guid Id, string Name, string? Html);
