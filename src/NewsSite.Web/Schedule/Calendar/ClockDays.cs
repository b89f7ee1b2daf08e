using NewsSite.Web.Sites;

namespace NewsSite.Web.Schedule.Calendar;

/// <summary>Days on which the clocks change.</summary>
internal static class ClockDays
{
    private const int Step = 15; // minutes; no zone has changed its clocks by less for a century

    extension(Site site)
    {
        /// <summary>What the clocks do on a day, such as "Clocks go back: 1:00 to 2:00 comes twice"; null when they do nothing.</summary>
        public string? ClocksOn(DateOnly day)
        {
            if (site.StartOf(day.AddDays(1)) - site.StartOf(day) == TimeSpan.FromDays(1)) return null;
            for (var minute = 0; minute < 24 * 60; minute += Step)
                if (ClockChange.At(new(day, TimeOnly.MinValue.AddMinutes(minute)), site.Zone) is { } change)
                    return change.Kind is ClockChangeKind.Skipped
                        ? $"Clocks go forward: {Clock(change.From)} to {Clock(change.To)} does not exist"
                        : $"Clocks go back: {Clock(change.From)} to {Clock(change.To)} comes twice";
            return "The clocks change";

            string Clock(WallTime wall) => (wall.Time ?? default).ToString("H:mm", site.Culture);
        }
    }
}
