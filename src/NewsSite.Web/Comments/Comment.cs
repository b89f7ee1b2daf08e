namespace NewsSite.Web.Comments;

/// <summary>What somebody wrote under an article: a thread's first words, or an answer in a thread. There is one level of answers; each names whom it answers.</summary>
public sealed class Comment
{
    /// <summary>Most characters of a comment.</summary>
    public const int Longest = 3_000;

    /// <summary>UUIDv7: sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The comment that began the thread; its own id for that one.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>The comment that it answers; null for one that begins a thread.</summary>
    public Guid? AnswersId { get; init; }

    /// <summary>The reader who wrote it; null for somebody of the newsroom, and for an erased one.</summary>
    public Guid? CommenterId { get; set; }

    /// <summary>The account of the newsroom that wrote it; null for a reader.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The writer's name as readers see it.</summary>
    public required string Name { get; set; }

    /// <summary>What the writer is in the newsroom, such as Editor; null for a reader.</summary>
    public string? Badge { get; init; }

    /// <summary>The name of the content file that made it up as an example; null for a real comment.</summary>
    public string? Example { get; init; }

    /// <summary>The words: Markdown of the small kind that comments have.</summary>
    public required string Words { get; set; }

    /// <summary>Where it stands.</summary>
    public required CommentState State { get; set; }

    /// <summary>What the steps found: where it goes once the address is confirmed.</summary>
    public required CommentState Verdict { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When a reader reported it and no moderator has looked since; null otherwise.</summary>
    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>When the one whom it answers was told; null while nobody was.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>When its words and name were erased at its writer's wish; null otherwise.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Where its place counts: the article for what begins a thread, the thread for an answer.</summary>
    public Guid ListId
    {
        get => AnswersId is null ? ArticleId : ThreadId;
        private set { } // kept for the index
    }

    /// <summary>Place among the threads of the article, or among the answers of the thread, that readers see: from 1 for the oldest, without gaps. Null for what nobody sees.</summary>
    public int? Position { get; private set; }

    /// <summary>Keyed hash of the network address, of no use after 30 days, when it is gone; null for none.</summary>
    public string? AddressHash { get; set; }

    /// <summary>By which the same text is recognised; null once erased.</summary>
    public string? WordsHash { get; set; }

    /// <summary>The moderator who has it open; null for none.</summary>
    public Guid? OpenedById { get; set; }

    /// <summary>Their name.</summary>
    public string? OpenedBy { get; set; }

    /// <summary>Until when it counts as open; null for not.</summary>
    public DateTimeOffset? OpenedUntil { get; set; }

    /// <summary>Rises with every decision.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether it begins its thread.</summary>
    public bool IsThread => ThreadId == Id;
}
