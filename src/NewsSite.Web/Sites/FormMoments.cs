using System.Globalization;
using NewsSite.Web.Newsroom.Forms;

namespace NewsSite.Web.Sites;

/// <summary>Times of forms on the clock on the wall of the site's zone. One that the clocks skip is refused; of one that they show twice it is asked which is meant.</summary>
internal static class FormMoments
{
    extension(Site site)
    {
        /// <summary>The instant at which something begins, a day alone meaning its first instant; null for nothing, or with a fault.</summary>
        public DateTimeOffset? ReadStart(FormReader form, string field, DateTimeOffset now) => site.Read(form, field, 0, now);

        /// <summary>The instant at which something is over, a day alone meaning its end; null for nothing, or with a fault.</summary>
        public DateTimeOffset? ReadEnd(FormReader form, string field, DateTimeOffset now) => site.Read(form, field, 1, now);

        /// <summary>Puts what <see cref="ReadStart"/> reads into a form.</summary>
        public FormValues PutStart(FormValues values, string field, DateTimeOffset? instant) => instant is { } at ? site.Put(values, field, at, DateOnly.FromDateTime(site.Local(at).DateTime)) : values;

        /// <summary>Puts what <see cref="ReadEnd"/> reads into a form.</summary>
        public FormValues PutEnd(FormValues values, string field, DateTimeOffset? instant)
        {
            if (instant is not { } at) return values;
            var day = DateOnly.FromDateTime(site.Local(at).DateTime);
            return site.Put(values, field, at, site.StartOf(day) == at ? day.AddDays(-1) : day);
        }

        private FormValues Put(FormValues values, string field, DateTimeOffset instant, DateOnly day)
        {
            var local = site.Local(instant).DateTime;
            var wall = WallTime.Of(local);
            values[FormMoment.Day(field)] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            values[FormMoment.Time(field)] = site.StartOf(DateOnly.FromDateTime(local)) == instant ? "" : local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
            if (wall.IsTwiceIn(site.Zone)) values[FormMoment.Occurrence(field)] = wall.InZone(site.Zone) == instant ? FormMoment.First : FormMoment.Second;
            return values;
        }

        // What was typed in words becomes day and time, which the form shows from then on.
        private bool TakeWords(FormReader form, string field, DateTimeOffset now)
        {
            if (form.Typed(FormMoment.Words(field)) is not { } words) return true;
            if (TimeWords.Read(words, now, site.Zone, site.Culture) is not TimeReading.Understood { At: { Time: { } time } at, Occurrence: var which })
            {
                form.Fault(FormMoment.Words(field), TimeWords.Read(words, now, site.Zone, site.Culture) is TimeReading.NotUnderstood(var message) ? message : "Add the time of day.");
                return false;
            }
            form.Values[FormMoment.Words(field)] = "";
            form.Values[FormMoment.Day(field)] = at.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            form.Values[FormMoment.Time(field)] = time.ToString("HH:mm", CultureInfo.InvariantCulture);
            if (which is { } occurrence) form.Values[FormMoment.Occurrence(field)] = occurrence is Occurrence.First ? FormMoment.First : FormMoment.Second;
            return true;
        }

        private DateTimeOffset? Read(FormReader form, string field, int daysAfter, DateTimeOffset now)
        {
            if (!site.TakeWords(form, field, now)) return null;
            var (day, time) = (form.Typed(FormMoment.Day(field)), form.Typed(FormMoment.Time(field)));
            if (day is null && time is null) return null;
            if (!DateOnly.TryParseExact(day, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen) || chosen.Year is < 1900 or > 2200)
                return Wrong(form, field, day is null ? "Choose the day too." : $"“{day}” is no day; write one such as 2026-05-31.");
            if (time is null) return site.StartOf(chosen.AddDays(daysAfter));
            if (!TimeOnly.TryParseExact(time, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
                return Wrong(form, field, $"“{time}” is no time; write one such as 17:30.");
            var wall = new WallTime(chosen, clock);
            if (wall.IsSkippedIn(site.Zone)) return Wrong(form, field, $"{clock:H:mm} does not exist on {chosen:d MMMM yyyy}: the clocks go forward over it. Choose another time.");
            var occurrence = FormMoment.Occurrence(field);
            if (!wall.IsTwiceIn(site.Zone)) form.Values[occurrence] = "";
            else if (form.Typed(occurrence) is not (FormMoment.First or FormMoment.Second)) return Wrong(form, occurrence, $"{clock:H:mm} comes twice on {chosen:d MMMM yyyy}, when the clocks go back. Choose which one is meant.");
            return wall.InZone(site.Zone, form.Typed(occurrence) is FormMoment.Second);
        }
    }

    private static DateTimeOffset? Wrong(FormReader form, string field, string message)
    {
        form.Fault(field, message);
        return null;
    }
}
