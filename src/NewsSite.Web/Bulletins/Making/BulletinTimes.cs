using Microsoft.Extensions.Options;
using NewsSite.Web.Sites;

namespace NewsSite.Web.Bulletins.Making;

/// <summary>When bulletins are due: at one minute of each day on the site's clock on the wall. A minute that the clocks skip is that much later; one that comes twice is the first.</summary>
internal sealed class BulletinTimes(Site site, IOptions<BulletinOptions> options, TimeProvider clock)
{
    /// <summary>The instant at which the bulletin of a day is due.</summary>
    public DateTimeOffset DueOn(DateOnly day) => new WallTime(day, options.Value.Minute).InZone(site.Zone).ToUniversalTime();

    /// <summary>The day it is.</summary>
    public DateOnly Today => site.Day(clock.GetUtcNow());
}
