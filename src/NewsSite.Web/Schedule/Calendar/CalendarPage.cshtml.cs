using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Newsroom;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>The newsroom's calendar: what goes out, comes back, is held until and is planned for which day.</summary>
[Needs(Permission.SeeAllStories)]
internal sealed class CalendarPage(CalendarReader reader, Site site, ICurrentAccount who, TimeProvider clock) : NewsroomPage
{
    /// <summary>Stories that a day of the month shows before it says how many more there are.</summary>
    public const int MostInCell = 6;

    /// <summary>The days that are shown.</summary>
    public CalendarRange Range { get; private set; } = null!;

    /// <summary>What is on them.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Whether there is more on them than is shown.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How many stories were refused at their minute.</summary>
    public int Failed { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Whether whoever looks may move anything.</summary>
    public bool MayMove => who.May(Permission.PublishStories) || who.May(Permission.WriteStories);

    /// <summary>The days in words.</summary>
    public string Title => Range.Title(site.Culture);

    /// <summary>Shows the calendar.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Today = site.Day(clock.GetUtcNow());
        if (CalendarRange.Of(Request.Query["view"], Request.Query["from"], Today) is not { } range) return NotFound();
        Range = range;
        (Days, IsCut) = await reader.ReadAsync(range, ct);
        Failed = await reader.FailedAsync(ct);
        return Page();
    }

    /// <summary>A day in words, whole.</summary>
    public string Spoken(DateOnly day) => SpokenTimes.Day(day, site.Culture);

    /// <summary>A day in a form of the culture, such as "ddd".</summary>
    public string Part(DateOnly day, string format) => day.ToString(format, site.Culture);

    /// <summary>A day for machines.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Classes of a day.</summary>
    public string ClassOf(CalendarDay day) => string.Join(' ', new[]
    {
        "day", day.Day == Today ? "is-today" : null, day.Day < Today ? "is-past" : null, day.Entries.Count == 0 && day.Clocks is null ? "is-empty" : null,
        Range.View is CalendarView.Month && day.Day.Month != Range.Anchor.Month ? "is-outside" : null, day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "is-weekend" : null,
    }.Where(name => name is not null));
}
