using NewsSite.Web.Sites;

namespace NewsSite.Web.Articles.Workflow;

/// <summary>The times that readers are told of an article.</summary>
internal static class PublicationTimes
{
    extension(Site site)
    {
        /// <summary>An instant as the site's clock on the wall shows it, to the second.</summary>
        public WallTime WallOf(DateTimeOffset instant)
        {
            var local = site.Local(instant).DateTime;
            return new(DateOnly.FromDateTime(local), new TimeOnly(local.Hour, local.Minute, local.Second));
        }

        /// <summary>A wall time that was chosen before; in the present zone when it was chosen in another. Null for none.</summary>
        public WallTime? WallOf(string? chosen, DateTimeOffset? instant, string? zone)
        {
            if (chosen is null || instant is not { } at || WallTime.Parse(chosen) is not { } wall) return null;
            return zone == site.Zone.Id || wall.Time is null ? wall : site.WallOf(at);
        }
    }
}
