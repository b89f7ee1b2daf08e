using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>A day, or a day and a minute, as a person chose it on the clock on the wall.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The minute; null when only the day is known.</param>
public readonly record struct WallTime(DateOnly Day, TimeOnly? Time)
{
    /// <summary>A day without a time.</summary>
    public static WallTime On(DateOnly day) => new(day, null);

    /// <summary>The day and time on a clock, whatever its zone.</summary>
    public static WallTime Of(DateTime clock) => new(DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock));

    /// <summary>Reads "2022-09-21" or "2022-09-21 06:00"; null for anything else.</summary>
    public static WallTime? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return On(day);
        return DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var both)
            ? new(DateOnly.FromDateTime(both), TimeOnly.FromDateTime(both))
            : null;
    }

    /// <summary>Whether the zone's clocks skip this time when they go forward.</summary>
    public bool IsSkippedIn(TimeZoneInfo zone) => zone.IsInvalidTime(Unspecified);

    /// <summary>Whether this time comes twice in the zone, because its clocks go back over it.</summary>
    public bool IsTwiceIn(TimeZoneInfo zone) => zone.IsAmbiguousTime(Unspecified);

    /// <summary>The instant. A skipped time is moved forward by the length of the gap.</summary>
    /// <param name="zone">Whose clocks.</param>
    /// <param name="isSecond">Of a time that comes twice, whether the later one is meant; without effect on any other.</param>
    public DateTimeOffset InZone(TimeZoneInfo zone, bool isSecond = false)
    {
        var wall = Unspecified;
        if (zone.IsInvalidTime(wall)) return new(wall, zone.GetUtcOffset(wall.AddDays(-1)));
        if (!zone.IsAmbiguousTime(wall)) return new(wall, zone.GetUtcOffset(wall));
        var offsets = zone.GetAmbiguousTimeOffsets(wall);
        return new(wall, isSecond ? offsets.Min() : offsets.Max());
    }

    /// <summary>"2022-09-21" or "2022-09-21 06:00".</summary>
    public override string ToString() =>
        Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        + Time?.ToString(Time.Value.Second == 0 ? " HH:mm" : " HH:mm:ss", CultureInfo.InvariantCulture);

    private DateTime Unspecified => Day.ToDateTime(Time ?? default, DateTimeKind.Unspecified);
}
