using NewsSite.Core.Content;
using NewsSite.Web.Articles.Schedules;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>Which words are meant, with a note.</summary>
/// <param name="Revision">The newest revision.</param>
/// <param name="Note">For colleagues; null for none.</param>
public sealed record RevisionRequest(Guid Revision, string? Note = null);

/// <summary>A note for colleagues, or a reason for the record.</summary>
/// <param name="Note">The words; null for none.</param>
public sealed record NoteRequest(string? Note);

/// <summary>Why something is done.</summary>
/// <param name="Reason">In the words of whoever does it; null for no reason given.</param>
public sealed record ReasonRequest(string? Reason);

/// <summary>A publication that nobody has approved.</summary>
/// <param name="Revision">The newest revision.</param>
/// <param name="Reason">Why it cannot wait.</param>
public sealed record ForceRequest(Guid Revision, string? Reason);

/// <summary>A minute on the site's clock on the wall.</summary>
/// <param name="At">Such as 2026-10-25 06:00.</param>
/// <param name="Occurrence">Of a minute that exists twice, <c>first</c> or <c>second</c>; null otherwise.</param>
public record MinuteRequest(string? At, string? Occurrence = null)
{
    internal ChosenMinute Minute => new(At is null ? null : WallTime.Parse(At.Trim()), Occurrence switch { "first" => false, "second" => true, _ => null });
}

/// <summary>Words that are to go live at a minute.</summary>
/// <param name="Revision">The newest revision, or the one that waits already.</param>
/// <param name="At">Such as 2026-10-25 06:00.</param>
/// <param name="Occurrence">Of a minute that exists twice, <c>first</c> or <c>second</c>; null otherwise.</param>
public sealed record ScheduleRequest(Guid Revision, string? At, string? Occurrence = null) : MinuteRequest(At, Occurrence);

/// <summary>A withdrawal, now or at a minute.</summary>
/// <param name="Reason">Why: <c>publishedInError</c>, <c>superseded</c> or <c>legal</c>.</param>
/// <param name="Note">A sentence or two for readers; null for none.</param>
/// <param name="To">When it is superseded, the path of the page that takes its place; null otherwise.</param>
/// <param name="Why">Why, for colleagues and the record; null for nothing more.</param>
/// <param name="At">The minute; null for now.</param>
/// <param name="Occurrence">Of a minute that exists twice, <c>first</c> or <c>second</c>; null otherwise.</param>
public sealed record WithdrawalRequest(WithdrawalReason? Reason, string? Note, string? To, string? Why, string? At = null, string? Occurrence = null) : MinuteRequest(At, Occurrence)
{
    internal Withdrawal? Withdrawal => Reason is { } reason && Enum.IsDefined(reason) ? new(reason, Plain.Line(Note), Plain.Line(To)) : null;
}

/// <summary>A day in the calendar.</summary>
/// <param name="Day">The day; null for none any more.</param>
public sealed record PlanRequest(DateOnly? Day);
