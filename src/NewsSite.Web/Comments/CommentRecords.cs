using NewsSite.Web.Data;

namespace NewsSite.Web.Comments;

/// <summary>What was done to a comment.</summary>
public enum CommentAct
{
    /// <summary>A step of moderation found something, or nothing.</summary>
    Checked,

    /// <summary>Its writer confirmed the address.</summary>
    Confirmed,

    /// <summary>A moderator showed it to readers, or left it there.</summary>
    Approved,

    /// <summary>A moderator refused it.</summary>
    Refused,

    /// <summary>A moderator called it spam.</summary>
    CalledSpam,

    /// <summary>A moderator took the last decision back.</summary>
    Undone,

    /// <summary>Somebody of the newsroom wrote it.</summary>
    Answered,

    /// <summary>A reader reported it.</summary>
    Reported,

    /// <summary>Its writer appealed.</summary>
    Appealed,

    /// <summary>Its writer had it erased.</summary>
    Erased,
}

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

/// <summary>A day's key, with which network addresses are hashed. It goes after 30 days, and with it the last way back.</summary>
internal sealed class AddressKey
{
    /// <summary>The day in UTC, such as 20260504.</summary>
    public required int Day { get; init; }

    /// <summary>256 random bits in base 64.</summary>
    public required string Key { get; init; }
}
