using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Sites;

/// <summary>The site as pages, feeds and the API need it: its name, its addresses and its time.</summary>
public sealed class Site(IOptions<SiteOptions> options)
{
    private readonly SiteOptions _options = options.Value;

    /// <summary>The site's name.</summary>
    public string Name => _options.Name;

    /// <summary>A line under the name; may be empty.</summary>
    public string Tagline => _options.Tagline;

    /// <summary>E-mail address of the newsroom; null when readers are given none.</summary>
    public string? Contact => _options.Contact.Length == 0 ? null : _options.Contact;

    /// <summary>Which rules apply.</summary>
    public Publisher Publisher => _options.Publisher;

    /// <summary>The theme's name.</summary>
    public string Theme => _options.Theme;

    /// <summary>Language and region.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(options.Value.Culture);

    /// <summary>The zone that wall times are in.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Address(string path) => _options.BaseUrl + path;

    /// <summary>The instant on this site's clock on the wall.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The day that an instant falls on here.</summary>
    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The first instant of a day here.</summary>
    public DateTimeOffset StartOf(DateOnly day) => WallTime.On(day).InZone(Zone);
}
