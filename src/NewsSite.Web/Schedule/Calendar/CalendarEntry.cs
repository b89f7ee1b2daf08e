using NewsSite.Web.Articles;
using NewsSite.Web.Articles.Drafts;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>What the calendar shows of a story on a day.</summary>
internal enum EntryKind
{
    /// <summary>It goes live, for the first time or as an update.</summary>
    Publication,

    /// <summary>It is withdrawn.</summary>
    Withdrawal,

    /// <summary>Its embargo ends.</summary>
    EmbargoEnd,

    /// <summary>Somebody has planned it for the day.</summary>
    Planned,

    /// <summary>It has gone live.</summary>
    Live,
}

/// <summary>A story on a day of the calendar.</summary>
/// <param name="Kind">Why it is there.</param>
/// <param name="Article">The article.</param>
/// <param name="Headline">Its newest headline; empty while there is none.</param>
/// <param name="State">Where the article stands.</param>
/// <param name="Day">The day.</param>
/// <param name="At">The minute; null for a planned one, which has only its day.</param>
internal sealed record CalendarEntry(EntryKind Kind, Guid Article, string Headline, ArticleState State, DateOnly Day, DateTimeOffset? At)
{
    /// <summary>What waits for its minute; null when nothing does.</summary>
    public Guid? Timed { get; init; }

    /// <summary>The minute as the site's clock shows it, such as "6:00"; null without one.</summary>
    public string? Clock { get; init; }

    /// <summary>The same for machines, such as "06:00"; null without one.</summary>
    public string? Time { get; init; }

    /// <summary>Of a minute that comes twice, whether it is the later one.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Whether readers see the story already, so that what goes live is an update.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>What stood against it at its minute; null when nothing did, or the minute has not come.</summary>
    public string? Fault { get; init; }

    /// <summary>Who chose the minute; null when nobody did.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Where it is moved; null when whoever looks may not, or it cannot be.</summary>
    public string? MovePath { get; init; }

    /// <summary>Its headline, or words in place of one.</summary>
    public string Title => HeadlineWords.Of(Headline);

    /// <summary>A name that stays when it is moved.</summary>
    public string Key => $"{NameOfKind}-{Article:N}";

    /// <summary>The kind in classes.</summary>
    public string NameOfKind => Kind switch { EntryKind.EmbargoEnd => "embargo", _ => Kind.ToString().ToLowerInvariant() };

    /// <summary>The kind in words.</summary>
    public string Words => (Kind, Fault) switch
    {
        (EntryKind.Publication, not null) => "Did not go live",
        (EntryKind.Publication, _) => IsUpdate ? "Update goes live" : "Goes live",
        (EntryKind.Withdrawal, not null) => "Was not withdrawn",
        (EntryKind.Withdrawal, _) => "Is withdrawn",
        (EntryKind.EmbargoEnd, _) => "Embargo ends",
        (EntryKind.Planned, _) => "Planned",
        _ => "Live",
    };

    /// <summary>Where the story stands, where the kind does not say so already; null otherwise.</summary>
    public string? StateWords => Kind is EntryKind.EmbargoEnd or EntryKind.Planned ? State.Words : null;
}

/// <summary>A day of the calendar.</summary>
/// <param name="Day">The day.</param>
/// <param name="Entries">What is on it, in the order of the clock; what has only its day comes first.</param>
/// <param name="Clocks">What the clocks do that day, in words; null when they do nothing.</param>
internal sealed record CalendarDay(DateOnly Day, IReadOnlyList<CalendarEntry> Entries, string? Clocks);
