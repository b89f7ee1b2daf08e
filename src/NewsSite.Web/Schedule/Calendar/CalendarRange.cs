using System.Globalization;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>How the calendar is drawn.</summary>
internal enum CalendarView
{
    /// <summary>Whole weeks around a month.</summary>
    Month,

    /// <summary>Seven days from a Monday.</summary>
    Week,

    /// <summary>Four weeks from any day, one after the other.</summary>
    List,
}

/// <summary>The days that the calendar shows.</summary>
/// <param name="View">How.</param>
/// <param name="Anchor">The first day of the month or the week, or of the list.</param>
internal sealed record CalendarRange(CalendarView View, DateOnly Anchor)
{
    private const int Week = 7, DaysOfList = 28, FirstYear = 1900, LastYear = 2200;

    /// <summary>The first day shown.</summary>
    public DateOnly Begin => View is CalendarView.Month ? MondayOf(Anchor) : Anchor;

    /// <summary>The day after the last one shown.</summary>
    public DateOnly End => View switch
    {
        CalendarView.Month => MondayOf(Anchor.AddMonths(1).AddDays(Week - 1)),
        CalendarView.Week => Anchor.AddDays(Week),
        _ => Anchor.AddDays(DaysOfList),
    };

    /// <summary>Every day shown.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, End.DayNumber - Begin.DayNumber).Select(Begin.AddDays);

    /// <summary>The days before these.</summary>
    public CalendarRange Previous => View is CalendarView.Month ? this with { Anchor = Anchor.AddMonths(-1) } : this with { Anchor = Anchor.AddDays(Begin.DayNumber - End.DayNumber) };

    /// <summary>The days after these.</summary>
    public CalendarRange Next => View is CalendarView.Month ? this with { Anchor = Anchor.AddMonths(1) } : this with { Anchor = End };

    /// <summary>What an address asks for; null when it is none of them.</summary>
    /// <param name="view">Such as "week"; null or empty for the month.</param>
    /// <param name="from">Such as "2026-11-01"; null or empty for today.</param>
    /// <param name="today">Today.</param>
    public static CalendarRange? Of(string? view, string? from, DateOnly today)
    {
        CalendarView? known = view switch { null or "" or "month" => CalendarView.Month, "week" => CalendarView.Week, "list" => CalendarView.List, _ => null };
        var day = today;
        if (known is not { } chosen || (!string.IsNullOrEmpty(from) && !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))) return null;
        return day.Year is >= FirstYear and <= LastYear ? On(chosen, day) : null;
    }

    /// <summary>The same days in another view, as far as they can be.</summary>
    /// <param name="view">The other view.</param>
    /// <param name="today">Today, which is kept in sight when it is.</param>
    public CalendarRange As(CalendarView view, DateOnly today) => On(view, today >= Begin && today < End ? today : Anchor);

    /// <summary>Where it is.</summary>
    public string Path => $"/newsroom/calendar?view={View.ToString().ToLowerInvariant()}&from={Anchor.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>The days in words, such as "November 2026" or "16–22 November 2026".</summary>
    public string Title(CultureInfo culture)
    {
        var last = End.AddDays(-1);
        return (View, Anchor.Year == last.Year, Anchor.Month == last.Month) switch
        {
            (CalendarView.Month, _, _) => Anchor.ToString("MMMM yyyy", culture),
            (_, true, true) => $"{Anchor.Day}–{last.ToString("d MMMM yyyy", culture)}",
            (_, true, _) => $"{Anchor.ToString("d MMMM", culture)} – {last.ToString("d MMMM yyyy", culture)}",
            _ => $"{Anchor.ToString("d MMMM yyyy", culture)} – {last.ToString("d MMMM yyyy", culture)}",
        };
    }

    private static CalendarRange On(CalendarView view, DateOnly day) => new(view, view switch
    {
        CalendarView.Month => new(day.Year, day.Month, 1),
        CalendarView.Week => MondayOf(day),
        _ => day,
    });

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Week));
}
