using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Drafts;

/// <summary>Times as the newsroom tells them: near ones as people speak of them, in the site's zone.</summary>
public static class NewsroomTimes
{
    extension(Site site)
    {
        /// <summary>Such as "today, 14:02", "yesterday, 14:02", "tomorrow, 6:00", "4 May, 14:02" or "4 May 2025, 14:02".</summary>
        /// <param name="instant">The time.</param>
        /// <param name="now">The present.</param>
        public string Spoken(DateTimeOffset instant, DateTimeOffset now)
        {
            ArgumentNullException.ThrowIfNull(site);
            var (then, today) = (site.Local(instant), site.Day(now));
            var day = (today.DayNumber - DateOnly.FromDateTime(then.DateTime).DayNumber) switch
            {
                0 => "today",
                1 => "yesterday",
                -1 => "tomorrow",
                _ => then.ToString(then.Year == today.Year ? "d MMMM" : "d MMMM yyyy", site.Culture),
            };
            return $"{day}, {then.ToString("H:mm", site.Culture)}";
        }

        /// <summary>The value of <c>datetime</c>: a minute with its offset.</summary>
        public string Machine(DateTimeOffset instant)
        {
            ArgumentNullException.ThrowIfNull(site);
            return site.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
