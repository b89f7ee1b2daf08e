using NewsSite.Web.Hosting;

namespace NewsSite.Web.Sites;

/// <summary>Whether the machine's clock can be right and knows the site's zone, summer time included.</summary>
internal sealed class ClockDoctor(Site site, TimeProvider clock) : IDoctorCheck
{
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); // this program is younger

    public string Name => "Clock";

    public bool NeedsDatabase => false;

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var faults = new List<string>();
        var now = clock.GetUtcNow();
        if (now < Earliest || now > Earliest.AddYears(50)) faults.Add($"the machine says that it is {now:yyyy-MM-dd HH:mm} UTC: set its clock, or articles go out at the wrong time.");
        if (site.Zone.Id is "Europe/London" && site.Zone.GetUtcOffset(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc)) != TimeSpan.FromHours(1))
            faults.Add("the time zone data do not know summer time in Europe/London: install the package tzdata.");
        return Task.FromResult<IReadOnlyList<string>>(faults);
    }
}
