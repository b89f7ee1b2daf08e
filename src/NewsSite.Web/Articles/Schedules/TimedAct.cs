using NewsSite.Web.Articles.Workflow;

namespace NewsSite.Web.Articles.Schedules;

/// <summary>Something that is to happen to an article at a chosen minute. An article waits for one of each kind at most.</summary>
public sealed class TimedAct
{
    /// <summary>Its key (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>What happens.</summary>
    public required TimedKind Kind { get; init; }

    /// <summary>The revision that goes live; null for a withdrawal.</summary>
    public Guid? RevisionId { get; init; }

    /// <summary>The chosen minute on the clock on the wall, such as "2026-10-25 06:00".</summary>
    public required string Wall { get; init; }

    /// <summary>The zone of that clock.</summary>
    public required string Zone { get; init; }

    /// <summary>The minute as an instant.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The account that chose it; null for none.</summary>
    public Guid? MadeById { get; init; }

    /// <summary>Who chose it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was chosen.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Why; null for no reason given.</summary>
    public string? Why { get; init; }

    /// <summary>Of a withdrawal, the reason; null otherwise.</summary>
    public WithdrawalReason? Reason { get; init; }

    /// <summary>Of a withdrawal, what readers are told; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Of a withdrawal, the page that takes its place; null for none.</summary>
    public string? Target { get; init; }

    /// <summary>What has become of it.</summary>
    public TimedStatus Status { get; private set; }

    /// <summary>When it was done, failed or given up; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What stood against it; null unless it failed.</summary>
    public string? Fault { get; private set; }

    /// <summary>Until when a process has it in hand; null while none has.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Which look of which process has it in hand; null while none has.</summary>
    public Guid? ClaimedBy { get; private set; }

    /// <summary>Rises with every change, so that it is settled once.</summary>
    public int Version { get; private set; }

    /// <summary>Says what has become of it.</summary>
    public void Settle(TimedStatus status, DateTimeOffset at, string? fault = null)
    {
        (Status, SettledAt, Fault, ClaimedUntil, ClaimedBy) = (status, at, fault, null, null);
        Version++;
    }
}
