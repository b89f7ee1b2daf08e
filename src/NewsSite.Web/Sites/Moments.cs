using System.Globalization;
using NewsSite.Core.Content;

namespace NewsSite.Web.Sites;

/// <summary>Instants in content files, as wall times of the site's zone.</summary>
public static class Moments
{
    private const string Expected = "a day such as 2022-09-21 or a day and minute such as 2022-09-21 06:00";
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    extension(Site site)
    {
        /// <summary>A chosen day or minute; a fault when it is none, or one that the site's clocks skip.</summary>
        public WallTime? ReadWall(YamlRecord yaml, string key)
        {
            if (yaml.Parsed(key, WallTime.Parse, Expected) is not { } wall) return null;
            if (wall.IsSkippedIn(site.Zone)) yaml.Fault($"{key} is {wall}, which does not exist in {site.Zone.Id}: the clocks go forward over it. Choose another minute.", yaml.LineOf(key));
            else if (wall.Day.Year is < 1000 or > 9000) yaml.Fault($"{key} is {wall}; expected a year from 1000 to 9000.", yaml.LineOf(key));
            else return wall;
            return null;
        }

        /// <summary>The instant at which something begins, a day meaning its first instant.</summary>
        public DateTimeOffset? ReadStart(YamlRecord yaml, string key) =>
            UtcOf(yaml.Optional(key)) ?? site.ReadWall(yaml, key)?.InZone(site.Zone);

        /// <summary>The instant at which something is over, a day meaning the end of that day.</summary>
        public DateTimeOffset? ReadEnd(YamlRecord yaml, string key) =>
            UtcOf(yaml.Optional(key)) ?? (site.ReadWall(yaml, key) is { } wall ? (wall.Time is null ? WallTime.On(wall.Day.AddDays(1)) : wall).InZone(site.Zone) : null);

        /// <summary>What <see cref="ReadStart"/> reads, to the second.</summary>
        public string WriteStart(DateTimeOffset instant) => site.Write(site.StartAt(instant), instant);

        /// <summary>What <see cref="ReadEnd"/> reads, to the second.</summary>
        public string WriteEnd(DateTimeOffset instant) => site.EndAt(instant) is var end && end.Time is null ? end.ToString() : site.Write(end, instant);

        /// <summary>The same beginning for people, such as “22 November 2026” or “22 November 2026, 6:00 am”.</summary>
        public string SayStart(DateTimeOffset instant) => site.Say(site.StartAt(instant));

        /// <summary>The same end for people.</summary>
        public string SayEnd(DateTimeOffset instant) => site.Say(site.EndAt(instant));

        // A day's first instant is the day.
        private WallTime StartAt(DateTimeOffset instant)
        {
            var local = site.Local(instant).DateTime;
            var time = TimeOnly.FromDateTime(local);
            return new(DateOnly.FromDateTime(local), time == default ? null : new(time.Hour, time.Minute, time.Second));
        }

        // A day's first instant is the end of the day before.
        private WallTime EndAt(DateTimeOffset instant)
        {
            var local = site.Local(instant).DateTime;
            var day = WallTime.On(DateOnly.FromDateTime(local));
            return local.TimeOfDay == TimeSpan.Zero && day.InZone(site.Zone) == instant ? WallTime.On(day.Day.AddDays(-1)) : new(day.Day, new(local.Hour, local.Minute, local.Second));
        }

        private string Say(WallTime wall) => wall.Day.ToString(SpokenTimes.IsMonthFirst(site.Culture) ? "MMMM d, yyyy" : "d MMMM yyyy", site.Culture) + (wall.Time is { } time ? $", {SpokenTimes.Clock(time, site.Culture)}" : "");

        // In the hour that comes twice, the wall time alone would mean the earlier one.
        private string Write(WallTime wall, DateTimeOffset instant) =>
            (wall.InZone(site.Zone) - instant).Duration() < TimeSpan.FromSeconds(1) ? wall.ToString() : instant.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset? UtcOf(string? text) =>
        DateTimeOffset.TryParseExact(text, Utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
