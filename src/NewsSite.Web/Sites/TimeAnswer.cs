using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>What a wall time means: its instant, and what has to be asked when the clocks change over it.</summary>
/// <param name="At">The day and minute, such as "2026-11-24 06:00".</param>
/// <param name="Occurrence">Which one is meant of a time that comes twice; null while that is open, and for any other time.</param>
/// <param name="Instant">The instant, with the zone's offset; null while <paramref name="Change"/> has to be answered.</param>
/// <param name="Spoken">Such as "Tuesday 24 November 2026, 6:00 am".</param>
/// <param name="Away">Such as "in 3 days" or "2 hours ago"; null without an instant.</param>
/// <param name="IsPast">Whether it is over; of a time that is still open, whether every choice is.</param>
/// <param name="Change">The change of the clocks that the time falls into, with the choices it leaves; null for any other time.</param>
public sealed record TimeAnswer(string At, Occurrence? Occurrence, DateTimeOffset? Instant, string Spoken, string? Away, bool IsPast, TimeChange? Change)
{
    /// <summary>Looks a time up.</summary>
    /// <param name="wall">The day and minute.</param>
    /// <param name="occurrence">Which one is meant if it comes twice; null when nobody has said.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">Whose clocks.</param>
    /// <param name="culture">In which the time is written.</param>
    public static TimeAnswer Of(WallTime wall, Occurrence? occurrence, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
    {
        var spoken = SpokenTimes.Of(wall, culture);
        if (ClockChange.At(wall, zone) is not { } change)
        {
            var instant = wall.InZone(zone);
            return new(wall.ToString(), null, instant, spoken, SpokenTimes.Away(instant, now, zone), IsOver(instant, now), null);
        }
        var choices = change.Kind is ClockChangeKind.Skipped ? Around(change, now, zone, culture) : Both(wall, now, zone, culture);
        var question = new TimeChange(change.Kind, change.Words(wall, culture), choices);
        return change.Kind is ClockChangeKind.Twice && occurrence is { } chosen && choices[(int)chosen] is var choice
            ? new(wall.ToString(), chosen, choice.Instant, $"{spoken}, {Side(chosen)} the clocks go back", choice.Away, choice.IsPast, question)
            : new(wall.ToString(), null, null, spoken, null, choices.All(c => c.IsPast), question);
    }

    // The last minute before the gap and the first one after it.
    private static TimeChoice[] Around(ClockChange gap, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture) =>
    [
        .. from wall in new[] { WallTime.Of(gap.From.Day.ToDateTime(gap.From.Time!.Value).AddMinutes(-1)), gap.To }
           let instant = wall.InZone(zone)
           let spoken = SpokenTimes.Of(wall, culture)
           select new TimeChoice(wall.ToString(), null, instant, spoken, SpokenTimes.Away(instant, now, zone), IsOver(instant, now), spoken),
    ];

    private static TimeChoice[] Both(WallTime wall, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture) =>
    [
        .. from occurrence in new[] { Sites.Occurrence.First, Sites.Occurrence.Second }
           let instant = wall.InZone(zone, isSecond: occurrence is Sites.Occurrence.Second)
           let offset = instant.ToString("zzz", CultureInfo.InvariantCulture)
           select new TimeChoice(wall.ToString(), occurrence, instant, SpokenTimes.Of(wall, culture), SpokenTimes.Away(instant, now, zone), IsOver(instant, now),
               $"{SpokenTimes.Clock(wall.Time ?? default, culture)} {Side(occurrence)} the clocks go back (UTC{offset})"),
    ];

    // This very minute is now, and no more in the past than it is to come.
    private static bool IsOver(DateTimeOffset instant, DateTimeOffset now) => instant.AddMinutes(1) <= now;

    private static string Side(Occurrence occurrence) => occurrence is Sites.Occurrence.First ? "before" : "after";
}

/// <summary>A change of the clocks that a chosen time falls into.</summary>
/// <param name="Kind">What it does to the time.</param>
/// <param name="Words">The same in a sentence.</param>
/// <param name="Choices">Two, the earlier first.</param>
public sealed record TimeChange(ClockChangeKind Kind, string Words, IReadOnlyList<TimeChoice> Choices);

/// <summary>A time that can be chosen where the clocks change.</summary>
/// <param name="At">The day and minute.</param>
/// <param name="Occurrence">Which of two equal wall times; null where it exists once.</param>
/// <param name="Instant">The instant, with its offset.</param>
/// <param name="Spoken">Such as "Sunday 25 October 2026, 1:30 am".</param>
/// <param name="Away">Such as "in 3 days".</param>
/// <param name="IsPast">Whether it is over.</param>
/// <param name="Words">What tells it from the other choice.</param>
public sealed record TimeChoice(string At, Occurrence? Occurrence, DateTimeOffset Instant, string Spoken, string Away, bool IsPast, string Words);
