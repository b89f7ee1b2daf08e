using System.Globalization;

namespace NewsSite.Web.Audit;

/// <summary>Times of the record, on the newsroom's clock on the wall.</summary>
public sealed class AuditTimes(IConfiguration settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings["Site:TimeZone"] ?? "Europe/London");
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(settings["Site:Culture"] ?? "en-GB");

    /// <summary>The day that an instant falls on.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>Such as "Monday 4 May 2026".</summary>
    public string Spoken(DateOnly day) => day.ToString("dddd d MMMM yyyy", _culture);

    /// <summary>Such as "14:02".</summary>
    public string Minute(DateTimeOffset instant) => Local(instant).ToString("HH:mm", _culture);

    /// <summary>The value of <c>datetime</c>, with its offset.</summary>
    public string Machine(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>The first instant of a day: midnight, or where a clock change leaves it out, the first minute that there is.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(1);
        var offset = _zone.IsAmbiguousTime(midnight) ? _zone.GetAmbiguousTimeOffsets(midnight).Max() : _zone.GetUtcOffset(midnight);
        return new(midnight, offset);
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);
}
