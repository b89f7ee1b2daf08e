using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>The form by which an entry of the calendar is moved where scripts do not run.</summary>
/// <param name="Title">The headline, or words in place of one.</param>
/// <param name="Now">When it is now, in words.</param>
/// <param name="Day">The day in the form.</param>
/// <param name="Time">The minute in the form; null when there is only a day.</param>
internal sealed record MoveForm(string Title, string Now, string Day, string? Time)
{
    /// <summary>The two times to choose from, where the clocks change; null where they do not.</summary>
    public TimeChange? Change { get; init; }

    /// <summary>Why it was not moved; null before anybody tried.</summary>
    public string? Refusal { get; init; }
}
