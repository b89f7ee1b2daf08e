using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>What a change of the clocks does to a wall time.</summary>
public enum ClockChangeKind
{
    /// <summary>The clocks go forward over it: it does not exist.</summary>
    Skipped,

    /// <summary>The clocks go back over it: it comes twice.</summary>
    Twice,
}

/// <summary>Which of two is meant when a wall time comes twice.</summary>
public enum Occurrence
{
    /// <summary>The one before the clocks go back.</summary>
    First,

    /// <summary>The one after.</summary>
    Second,
}

/// <summary>A change of the clocks that a wall time falls into.</summary>
/// <param name="Kind">What it does to the time.</param>
/// <param name="From">The first minute that is skipped or comes twice.</param>
/// <param name="To">The first minute after those.</param>
public sealed record ClockChange(ClockChangeKind Kind, WallTime From, WallTime To)
{
    private const int Longest = 2 * 24 * 60; // minutes; Samoa once skipped a day

    /// <summary>The change that a time falls into; null when it exists once.</summary>
    public static ClockChange? At(WallTime wall, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var (kind, isIn) = wall.IsSkippedIn(zone) ? (ClockChangeKind.Skipped, new Func<DateTime, bool>(zone.IsInvalidTime)) : (ClockChangeKind.Twice, zone.IsAmbiguousTime);
        var minute = wall.Day.ToDateTime(wall.Time is { } time ? new(time.Hour, time.Minute) : default);
        if (!isIn(minute)) return null;
        var (from, to) = (minute, minute.AddMinutes(1));
        for (var i = 0; i < Longest && isIn(from.AddMinutes(-1)); i++) from = from.AddMinutes(-1);
        for (var i = 0; i < Longest && isIn(to); i++) to = to.AddMinutes(1);
        return new(kind, WallTime.Of(from), WallTime.Of(to));
    }

    /// <summary>What happens to the time, in a sentence.</summary>
    /// <param name="wall">The time that falls into this change.</param>
    /// <param name="culture">Of the site.</param>
    public string Words(WallTime wall, CultureInfo culture) => Kind is ClockChangeKind.Skipped
        ? $"On {SpokenTimes.Day(From.Day, culture)} the clocks go from {Clock(From)} to {Clock(To)}{(To.Day == From.Day ? "" : $" on {SpokenTimes.Day(To.Day, culture)}")}; {Clock(wall)} does not exist."
        : $"{Clock(wall)} happens twice on {SpokenTimes.Day(wall.Day, culture)}: before and after the clocks go back.";

    private static string Clock(WallTime wall) => (wall.Time ?? default).ToString("H:mm", CultureInfo.InvariantCulture);
}
