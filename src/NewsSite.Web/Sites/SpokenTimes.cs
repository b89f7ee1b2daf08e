using System.Globalization;

namespace NewsSite.Web.Sites;

/// <summary>Times in words, as they are said to somebody who is choosing one.</summary>
public static class SpokenTimes
{
    /// <summary>Such as "Tuesday 24 November 2026, 6:00 am"; in other languages as their culture writes a long date and a short time.</summary>
    public static string Of(WallTime wall, CultureInfo culture) => wall.Time is { } time ? $"{Day(wall.Day, culture)}, {Clock(time, culture)}" : Day(wall.Day, culture);

    /// <summary>Such as "Tuesday 24 November 2026".</summary>
    public static string Day(DateOnly day, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (IsEnglish(culture)) return day.ToString(IsMonthFirst(culture) ? "dddd MMMM d, yyyy" : "dddd d MMMM yyyy", culture);
        var date = day.ToString("D", culture); // some cultures leave out the weekday
        var weekday = day.ToString("dddd", culture);
        return date.Contains(weekday, StringComparison.OrdinalIgnoreCase) ? date : $"{weekday}, {date}";
    }

    /// <summary>Such as "6:00 am".</summary>
    public static string Clock(TimeOnly time, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return IsEnglish(culture) ? time.ToString("h:mm ", CultureInfo.InvariantCulture) + (time.Hour < 12 ? "am" : "pm") : time.ToString("t", culture);
    }

    /// <summary>How far off, such as "in 2 hours and 10 minutes", "tomorrow", "in 3 days", "now" or "5 minutes ago".</summary>
    /// <param name="instant">The time.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">In which days are counted.</param>
    public static string Away(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone)
    {
        var minutes = (long)((instant - now).Ticks >= 0 ? Math.Ceiling((instant - now).TotalMinutes) : Math.Floor((instant - now).TotalMinutes));
        if (instant.UtcTicks / TimeSpan.TicksPerMinute == now.UtcTicks / TimeSpan.TicksPerMinute) return "now";
        var (then, today) = (TimeZoneInfo.ConvertTime(instant, zone), TimeZoneInfo.ConvertTime(now, zone));
        var days = DateOnly.FromDateTime(then.DateTime).DayNumber - DateOnly.FromDateTime(today.DateTime).DayNumber;
        var span = Math.Abs(minutes);
        return Math.Abs(days) switch
        {
            0 => Direction(Hours(span), minutes),
            1 when span < 12 * 60 => Direction(Hours(span), minutes),
            1 => days > 0 ? "tomorrow" : "yesterday",
            <= 60 and var few => Direction(Count(few, "day"), minutes),
            <= 730 and var many => Direction("about " + Count((int)Math.Round(many / 30.44), "month"), minutes),
            var ages => Direction("about " + Count((int)Math.Round(ages / 365.25), "year"), minutes),
        };
    }

    internal static bool IsMonthFirst(CultureInfo culture) => culture.DateTimeFormat.ShortDatePattern.StartsWith('M');

    private static bool IsEnglish(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en";

    private static string Hours(long minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var m) => Count((int)m, "minute"),
        (var h, 0) => Count((int)h, "hour"),
        (var h and < 6, var m) => $"{Count((int)h, "hour")} and {Count((int)m, "minute")}",
        var (h, m) => Count((int)(m < 30 ? h : h + 1), "hour"),
    };

    private static string Direction(string length, long minutes) => minutes > 0 ? $"in {length}" : $"{length} ago";

    private static string Count(int number, string unit) => $"{number.ToString(CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")}";
}
